"""Which configurations are refused, and in what words. That nothing gets around it: test_no_path_around."""

from pathlib import Path

import pytest
from traitlets.config import Config

from autograder.course_folder import load_config
from autograder.gradebook import safety
from autograder.problems import NotReady
from tests.unsafe_configurations import ALL_RIGHT, SHIPPED, UNSAFE


def config_of(folder: Path, text: str) -> Config:
    (folder / "nbgrader_config.py").write_text(text)
    return load_config(folder)


@pytest.mark.parametrize("what", UNSAFE)
def test_an_unsafe_configuration_is_refused_in_words(what: str, tmp_path: Path) -> None:
    edit, words = UNSAFE[what]
    config = config_of(tmp_path, edit(SHIPPED))
    with pytest.raises(NotReady, match=f"(?s){words}") as refusal:
        safety.check(config)
    assert "nbgrader_config.py" in str(refusal.value)


@pytest.mark.parametrize("what", ALL_RIGHT)
def test_what_keeps_to_the_sandbox_is_not_refused(what: str, tmp_path: Path) -> None:
    safety.check(config_of(tmp_path, ALL_RIGHT[what](SHIPPED)))
