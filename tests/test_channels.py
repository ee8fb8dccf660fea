"""Two sandboxes side by side: through each thing they share, can one signal to the other?"""

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder.sandbox import Allowance, Sandbox
from tests.attacks.channels import CHANNELS, PREPARE, Channel, table

pytestmark = pytest.mark.slow

ENTRY = Path(__file__).with_name("sandbox_entry.py")
TIME = Allowance(10, 10, 10)


@pytest.fixture(scope="module")
def pair() -> Iterator[tuple[Sandbox, Sandbox]]:
    readable = {ENTRY.name: ENTRY}
    with (
        Sandbox(readable=readable, preload=[], entry="sandbox_entry:main") as one,
        Sandbox(readable=readable, preload=[], entry="sandbox_entry:main") as two,
    ):
        one.start()
        two.start()
        yield one, two


def noticed(sandbox: Sandbox, channel: Channel) -> tuple[bytes, ...]:
    outcome = sandbox.run(f"{PREPARE}\n{channel.receive}\nsay(noticed)".encode(), TIME)
    assert len(outcome.frames) == 1, outcome
    return outcome.frames


@pytest.mark.parametrize("channel", CHANNELS, ids=lambda channel: channel.name)
def test_a_channel_is_open_or_closed_as_the_table_says(channel: Channel, pair: tuple[Sandbox, Sandbox]) -> None:
    if "futex" in channel.name and os.uname().machine != "x86_64":
        pytest.skip("the number of the call is another one here")
    sender, receiver = pair
    alone = noticed(receiver, channel)
    sending = threading.Thread(
        target=sender.run, args=(f"{PREPARE}\n{channel.send}\nsay(b'sent')".encode(), TIME), daemon=True
    )
    sending.start()
    threading.Event().wait(0.5)
    with_a_sender = noticed(receiver, channel)
    sending.join()
    assert (with_a_sender != alone) == (not channel.closed_by)


def test_the_table_names_them_all() -> None:
    text = "\n".join(table())
    assert all(channel.name in text for channel in CHANNELS)
    assert all(bool(channel.closed_by) != bool(channel.open_because) for channel in CHANNELS)
