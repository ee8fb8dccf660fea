"""Another user of the machine: what of a folder do they reach?"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

SOMEBODY_ELSE = 12345  # a user without an entry in the list of users

needs_root = pytest.mark.skipif(os.getuid() != 0, reason="only root can become somebody else")


@pytest.fixture
def public() -> Iterator[Path]:
    """A folder that other users reach; pytest's own they do not."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@contextmanager
def as_somebody_else() -> Iterator[None]:
    """This process asks for files as the other user."""
    os.seteuid(SOMEBODY_ELSE)
    try:
        yield
    finally:
        os.seteuid(0)


def seen_by_others(folder: Path, access: str) -> set[str]:
    """The parts of a folder in which somebody else finds anything that is `-readable` or `-writable`."""
    search = ["find", str(folder), access, "-not", "-type", "l"]
    found = subprocess.run(
        search, user=SOMEBODY_ELSE, group=SOMEBODY_ELSE, extra_groups=[], cwd="/", capture_output=True, text=True
    )
    return {os.path.relpath(line, folder).split("/")[0] for line in found.stdout.splitlines()}
