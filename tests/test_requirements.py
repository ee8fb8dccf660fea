"""What `pyproject.toml` asks for is what `requirements.lock` installs: nothing is there by chance only."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import REPOSITORY

PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())["project"]
EXTRAS = PROJECT["optional-dependencies"]
WANTED = [Requirement(line) for line in (*PROJECT["dependencies"], *EXTRAS["grader"], *EXTRAS["dev"])]
LOCKED = dict(re.findall(r"^(\S+)==(\S+)", (REPOSITORY / "requirements.lock").read_text(), re.M))


@pytest.mark.parametrize("wanted", WANTED, ids=lambda wanted: wanted.name)
def test_the_lock_has_it_in_a_version_that_is_allowed(wanted: Requirement) -> None:
    version = LOCKED.get(canonicalize_name(wanted.name))
    assert version is not None, f"{wanted.name} is not in requirements.lock: run `make lock`"
    assert wanted.specifier.contains(version, prereleases=True), f"{wanted} but the lock has {version}: run `make lock`"


def test_every_locked_package_has_hashes() -> None:
    blocks = re.split(r"^(?=\S+==)", (REPOSITORY / "requirements.lock").read_text(), flags=re.M)[1:]
    assert [block.split("==")[0] for block in blocks if "--hash=sha256:" not in block] == []
