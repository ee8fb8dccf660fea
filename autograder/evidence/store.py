"""Records: the evidence and the verdict of every graded notebook, kept under the key of all they depend on.

records/<assignment>/<student>/<notebook>.evidence       what came back from the sandbox
records/<assignment>/<student>/<notebook>.verdict.json   what was decided
"""

import hashlib
import importlib.metadata
import json
import os
import struct
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import initlab

import autograder
from autograder.evidence import Evidence, Missing, Raised, Returned, Stopped, read_frames
from autograder.sandbox import codec
from autograder.verdict import Verdict

_LENGTH = struct.Struct(">I")
# what decides how a submission runs and how it is judged, beside our own code
_VERSIONS = ("numpy", "scipy", "tensorflow-cpu", "tensorflow", "keras", "scikit-learn", "ipython")


@cache
def code_fingerprint() -> str:
    """A digest of the grader, the student library and the libraries they stand on."""
    digest = hashlib.sha256()
    for package in (autograder, initlab):
        folder = Path(str(package.__file__)).parent
        for path in sorted(folder.rglob("*.py")):
            digest.update(str(path.relative_to(folder)).encode() + b"\0" + path.read_bytes() + b"\0")
    for name in _VERSIONS:
        try:
            digest.update(f"{name} {importlib.metadata.version(name)}\n".encode())
        except importlib.metadata.PackageNotFoundError:
            digest.update(f"{name} none\n".encode())
    return digest.hexdigest()


def key_of(*parts: bytes | str) -> str:
    """The key under which a result is good: everything that went in, and the code that made it."""
    digest = hashlib.sha256(code_fingerprint().encode())
    for part in parts:
        data = part.encode("utf-8", "replace") if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()


def load_verdict(folder: Path, notebook: str, key: str) -> Verdict | None:
    """The stored verdict, if there is one for exactly this key."""
    try:
        record = json.loads((folder / f"{notebook}.verdict.json").read_text(encoding="utf-8"))
        return Verdict.from_json(json.dumps(record["verdict"])) if record["key"] == key else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def save_verdict(folder: Path, notebook: str, key: str, verdict: Verdict) -> None:
    """Store a verdict in place of an older one."""
    text = json.dumps(
        {"key": key, "verdict": json.loads(verdict.to_json())}, sort_keys=True, ensure_ascii=False, indent=1
    )
    # a folder's name may hold bytes that are no text: JSON knows how to write the halves they become
    _replace(folder / f"{notebook}.verdict.json", text.encode("utf-8", "backslashreplace"))


def load_evidence(folder: Path, notebook: str, key: str) -> Evidence | None:
    """The stored evidence, if there is any for exactly this key."""
    try:
        data = (folder / f"{notebook}.evidence").read_bytes()
    except OSError:
        return None
    payloads = list(_split(data))
    if not payloads or payloads[0] != key.encode():
        return None
    progress = read_frames(payloads[1:])
    return progress.evidence if progress.complete else None


def save_evidence(folder: Path, notebook: str, key: str, evidence: Evidence) -> None:
    """Store evidence in place of older."""
    payloads = [key.encode(), *_payloads(evidence)]
    _replace(folder / f"{notebook}.evidence", b"".join(_LENGTH.pack(len(p)) + p for p in payloads))


def _payloads(evidence: Evidence) -> Iterable[bytes]:
    """The same frames that the sandbox sends, so that reading them is the same code."""
    for index, outcome in evidence.cells.items():
        error = {} if outcome.error is None else {"error": _error(outcome.error)}
        yield codec.encode({"cell": index, "output": outcome.output} | error)
    for probe, answers in evidence.answers.items():
        for step, answer in answers.items():
            yield codec.encode({"probe": probe, "step": step, "answer": _plain(answer)})
    yield codec.encode({"end": True})


def _plain(answer: Returned | Raised | Missing | Stopped) -> dict[str, Any]:
    match answer:
        case Returned(value, changed, moved):
            return {"value": value, "changed": list(changed), "global_random": moved}
        case Raised():
            return {"error": _error(answer)}
        case Missing(function):
            return {"missing": function}
        case Stopped(reason):
            return {"stopped": reason}


def _error(error: Raised) -> dict[str, Any]:
    return {"kind": error.kind, "message": error.message, "line": error.line}


def _split(data: bytes) -> Iterable[bytes]:
    start = 0
    while start + _LENGTH.size <= len(data):
        (length,) = _LENGTH.unpack_from(data, start)
        yield data[start + _LENGTH.size : start + _LENGTH.size + length]
        start += _LENGTH.size + length


def _replace(path: Path, data: bytes) -> None:
    """Write all or nothing: a run that is cut short leaves the old record."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    temporary.write_bytes(data)
    temporary.replace(path)
