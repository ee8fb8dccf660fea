"""The evidence of every graded notebook on disk: records/<assignment>/<student>/<notebook>.evidence.

A first payload says in which format the file is, which key the evidence is good for and which version wrote it; then
come the frames as the sandbox sent them, so that reading them is the same code and nothing is written anew.
"""

import json
import os
import struct
from collections.abc import Iterator, Sequence
from pathlib import Path

from autograder.evidence.answers import Asked, Evidence, read_frames
from autograder.version import VERSION

FORMAT = 2  # of the file; the first version's had only a key before the frames
_LENGTH = struct.Struct(">I")


def load(folder: Path, notebook: str, key: str, asked: Asked) -> Evidence | None:
    """The stored evidence, if there is any for exactly this key."""
    try:
        payloads = list(_split((folder / f"{notebook}.evidence").read_bytes()))
        head = json.loads(payloads[0]) if payloads else {}
        if head.get("format") != FORMAT or head.get("key") != key:
            return None
    except (OSError, ValueError, AttributeError):
        return None
    progress = read_frames(payloads[1:], asked)
    return progress.evidence if progress.complete else None


def save(folder: Path, notebook: str, key: str, kept: Sequence[bytes]) -> None:
    """Store the frames that evidence was read from, in place of older."""
    head = json.dumps({"format": FORMAT, "key": key, "version": VERSION}).encode()
    replace_file(folder / f"{notebook}.evidence", b"".join(_LENGTH.pack(len(p)) + p for p in (head, *kept)))


def _split(data: bytes) -> Iterator[bytes]:
    start = 0
    while start + _LENGTH.size <= len(data):
        (length,) = _LENGTH.unpack_from(data, start)
        yield data[start + _LENGTH.size : start + _LENGTH.size + length]
        start += _LENGTH.size + length


def replace_file(path: Path, data: bytes) -> None:
    """Write all or nothing: a run that is cut short leaves the old record."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    temporary.write_bytes(data)
    temporary.replace(path)
