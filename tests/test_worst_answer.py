"""The worst legal answers stay under 10 s and 1 GB on the trusted side, and cost only in proportion to the caps."""

import pytest

from tests.benchmarks.worst_answer import KINDS, in_a_process_of_its_own

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("kind", KINDS)
def test_every_cap_filled_at_once(kind: str) -> None:
    half, whole = (in_a_process_of_its_own(kind, scale) for scale in (0.5, 1.0))
    assert whole["sent_mb"] > 55  # of the 67 that may come back
    assert whole["read_seconds"] + whole["judge_seconds"] < 10
    assert whole["memory_mb"] + whole["sent_mb"] < 1000
    # twice as much takes twice the time, but for what it takes at any size and for a busy machine
    assert whole["read_seconds"] < 2.5 * half["read_seconds"] + 0.3
    assert whole["memory_mb"] < 2.5 * half["memory_mb"] + 20
