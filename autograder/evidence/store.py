"""The evidence of every graded notebook on disk: records/<assignment>/<student>/<notebook>.evidence.

A first payload says which key the evidence is good for and which version wrote it; then come the same frames that the
sandbox sends, so that reading them is the same code.
"""

import json
import os
import struct
from collections.abc import Iterator
from pathlib import Path

from autograder.evidence.answers import Evidence, read_frames
from autograder.sandbox import frames
from autograder.sandbox.frames import Answered, CellRan, Ended
from autograder.version import VERSION

_LENGTH = struct.Struct(">I")


def load(folder: Path, notebook: str, key: str) -> Evidence | None:
    """The stored evidence, if there is any for exactly this key."""
    try:
        payloads = list(_split((folder / f"{notebook}.evidence").read_bytes()))
        if not payloads or json.loads(payloads[0])["key"] != key:
            return None
    except (OSError, ValueError, KeyError, TypeError):
        return None
    progress = read_frames(payloads[1:])
    return progress.evidence if progress.complete else None


def save(folder: Path, notebook: str, key: str, evidence: Evidence) -> None:
    """Store evidence in place of older."""
    head = json.dumps({"key": key, "version": VERSION}).encode()
    payloads = [head, *(frames.encode(frame) for frame in _frames(evidence))]
    replace_file(folder / f"{notebook}.evidence", b"".join(_LENGTH.pack(len(p)) + p for p in payloads))


def _frames(evidence: Evidence) -> Iterator[frames.Frame]:
    for index, outcome in evidence.cells.items():
        yield CellRan(index, outcome)
    for function, answers in evidence.answers.items():
        for step, answer in answers.items():
            yield Answered(function, step, answer)
    yield Ended()


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
