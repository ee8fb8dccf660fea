"""Fixtures of the tests of attacks: every battle is fought once, whoever asks first."""

from collections.abc import Callable

import pytest

from tests.attacks.battlefield import Battle, fight


@pytest.fixture(scope="session")
def battles(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Battle]:
    """Each battle, fought when it is first asked for."""
    fought: dict[str, Battle] = {}

    def battle(name: str) -> Battle:
        if name not in fought:
            fought[name] = fight(tmp_path_factory.mktemp("battle") / name, name)
        return fought[name]

    return battle


@pytest.fixture
def usual(battles: Callable[[str], Battle]) -> Battle:
    """The battle whose course the tests below grade in once more."""
    return battles("usual")
