"""Coverage-guided fuzzing of what reads untrusted bytes: frames, evidence, notebooks. Needs `pip install atheris`.

    python -m tests.fuzz.run evidence -max_total_time=120

The target is one of those in TARGETS; what follows goes to libFuzzer. An input that breaks a rule is kept in
crash-*; it then becomes a case in the tests of the module.
"""

import contextlib
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["autograder", "json"]):
    import json  # noqa: F401

    from autograder.evidence import answers, store
    from autograder.sandbox import codec, frames, pipe
    from autograder.sandbox.limits import Limits
    from autograder.submission import reading


import nbformat
import numpy as np

LIMITS = Limits(notebook_bytes=200_000, notebook_cells=50, frames=50, answer_bytes=100_000)
RELEASE = nbformat.v4.new_notebook(
    cells=[
        nbformat.v4.new_code_cell("f = 1", metadata={"nbgrader": {"grade_id": name, "locked": locked}}, id=name)
        for name, locked in (("setup", True), ("f", False), ("g", False))
    ]
)
FILE = Path(tempfile.gettempdir()) / "fuzzed.ipynb"


def read_stream(data: bytes, piece: int) -> list[bytes]:
    """The frames in a stream that arrives in pieces of this many bytes."""
    reader = pipe.FrameReader(LIMITS.frames, LIMITS.answer_bytes)
    for start in range(0, len(data), piece):
        try:
            reader.feed(data[start : start + piece])
        except (pipe.MalformedFrame, pipe.AnswerTooLarge):
            break
    assert sum(map(len, reader.frames)) <= min(len(data), LIMITS.answer_bytes)
    return reader.frames


def check_evidence(data: bytes) -> None:
    """A payload and a stream of payloads are read or refused; what was read can be stored and read again."""
    with contextlib.suppress(codec.Malformed):
        codec.decode(data)
    progress = answers.read_frames([data, *read_stream(data, 4096)])
    again = answers.read_frames([frames.encode(frame) for frame in store._frames(progress.evidence)])
    assert again.complete and repr(again.evidence) == repr(progress.evidence)


def check_frames(data: bytes) -> None:
    """The stream gives the same frames however it is cut."""
    assert read_stream(data, 1) == read_stream(data, 7) == read_stream(data, 4096)


def check_notebook(data: bytes) -> None:
    """Any file gives a valid notebook that holds every released cell once."""
    FILE.write_bytes(data)
    read = reading.read(FILE, RELEASE, LIMITS)
    nbformat.validate(read.notebook)
    ids = [c.metadata.nbgrader.grade_id for c in read.notebook.cells if "nbgrader" in c.metadata]
    assert sorted(ids) == ["f", "g", "setup"]


TARGETS: dict[str, Callable[[bytes], None]] = {
    "frames": check_frames,
    "evidence": check_evidence,
    "notebook": check_notebook,
}


def seeds(target: str) -> list[bytes]:
    """Good inputs to start from."""
    if target == "notebook":
        return [nbformat.writes(RELEASE).encode()]
    values = [
        {"begin": ["cell", 0]},
        {"cell": 0, "output": "x", "error": {"kind": "E", "message": "m", "line": None}},
        {"probe": "f", "step": "a", "answer": {"value": np.arange(3), "changed": ["x"], "global_random": False}},
        {"probe": "f", "step": "b", "answer": {"missing": "f"}},
        {"end": True},
    ]
    payloads = [codec.encode(value) for value in values]
    return [*payloads, b"".join(len(p).to_bytes(4, "big") + p for p in payloads)]


def main() -> None:
    """Fuzz the target named on the command line, from its seeds."""
    target, *options = sys.argv[1:]
    with tempfile.TemporaryDirectory() as corpus:
        for number, seed in enumerate(seeds(target)):
            (Path(corpus) / str(number)).write_bytes(seed)
        atheris.Setup([sys.argv[0], corpus, *options], TARGETS[target])
        atheris.Fuzz()


if __name__ == "__main__":
    main()
