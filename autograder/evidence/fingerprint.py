"""Fingerprints: under which key a result is good, from everything that went in and the code that made it."""

import hashlib
import importlib.metadata
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

ENGINE = Path(__file__).resolve().parent.parent
LIBRARIES = ("numpy", "scipy", "ipython", "safetensors")  # that the engine itself stands on


@cache
def code_digest(folders: Sequence[Path], libraries: Sequence[str]) -> str:
    """A digest of the engine, of these folders of a lab, and of the versions of the libraries both stand on."""
    digest = hashlib.sha256()
    engine = [path for path in ENGINE.rglob("*.py") if path.relative_to(ENGINE).parts[0] != "labs"]
    for folder, paths in ((ENGINE, engine), *((folder, folder.rglob("*.py")) for folder in folders)):
        for path in sorted(paths):
            digest.update(str(path.relative_to(folder)).encode() + b"\0" + path.read_bytes() + b"\0")
    for name in (*LIBRARIES, *libraries):
        digest.update(f"{name} {_version(name)}\n".encode())
    return digest.hexdigest()


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return "none"


def key_of(code: str, parts: Iterable[bytes | str]) -> str:
    """The key under which a result is good: the code that made it, and everything that went in."""
    digest = hashlib.sha256(code.encode())
    for part in parts:
        data = part.encode("utf-8", "replace") if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()
