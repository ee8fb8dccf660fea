"""`python -m tests.benchmarks.worst_answer`: what the worst legal answers cost the trusted side, every cap filled.

Aim: under 10 s of processor time and 1 GB of memory for reading and judging a student's notebook, and no more than in
proportion to the caps.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator

import numpy as np

from autograder.evidence.answers import Asked, read_frames
from autograder.labs.weight_initialization import LAB
from autograder.sandbox import codec, frames
from autograder.sandbox.frames import Answered, CellOutcome, CellRan, Returned
from autograder.sandbox.limits import Limits
from autograder.sandbox.probes import answered
from autograder.verdict.judge import ToBeJudged, asked_of, probes_for
from autograder.verdict.session import Session

NOTEBOOK = "part2_techniques"
LIMITS = Limits()


def large_arrays(scale: float) -> object:
    """One array with as many numbers as are allowed, of a shape that no probe has."""
    return np.random.default_rng(1).normal(size=(round(codec.ANSWER.elements * scale / 64), 64))


def many_arrays(scale: float) -> object:
    """As many arrays as a frame may hold."""
    return {"kernels": [np.ones((17, 19)) for _ in range(round(codec.ANSWER.tensors * scale))], "biases": []}


def long_lists(scale: float) -> object:
    """A description as long as a header may be."""
    return [["x" * 100] * round(codec.ANSWER.items * scale), list(range(round(codec.ANSWER.items * scale)))]


def long_dictionary(scale: float) -> object:
    """Keys of one hash, so that each is compared with all before it."""
    return {(2**61 - 1) * k: (k, "x" * 50) for k in range(round(codec.ANSWER.items * scale))}


KINDS: dict[str, Callable[[float], object]] = {
    kind.__name__: kind for kind in (large_arrays, many_arrays, long_lists, long_dictionary)
}


def sent(kind: str, scale: float) -> Iterator[bytes]:
    """The frames of a run in which every cell prints all it may, and every answer is of one kind, up to the caps."""
    left = LIMITS.answer_bytes * scale
    for index in range(round(LIMITS.notebook_cells * scale)):
        payload = frames.encode(CellRan(index, CellOutcome("\x1b[31m" + "x\u202e" * 9_000)))
        left -= len(payload)
        if left < LIMITS.answer_bytes * scale / 4:
            break
        yield payload
    value = KINDS[kind](scale)
    for function, steps in probes().items():
        for step in answered(steps):
            payload = frames.encode(Answered(function, step, Returned(value)))
            left -= len(payload)
            if left < 0:
                return
            yield payload


def probes() -> dict:
    """What one student is asked."""
    return dict(asked_of(asked()))


def asked() -> dict:
    """The probes of one student."""
    return probes_for(NOTEBOOK, LAB.graders, b"worst", "student")


def measure(kind: str, scale: float) -> dict[str, float]:
    """Processor seconds of reading and of judging, and the memory that they add at their peak, in MB."""
    payloads = list(sent(kind, scale))
    steps = frozenset((function, step) for function, asked in probes().items() for step in answered(asked))
    session = Session(LAB.graders)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.process_time()
    progress = read_frames(payloads, Asked(frozenset(range(LIMITS.notebook_cells)), steps))
    read = time.process_time()
    verdict = session.judge(ToBeJudged("student", NOTEBOOK, progress.evidence, probes=asked()))
    judged = time.process_time()
    assert progress.malformed is None and verdict.score == 0
    broken = [check.name for check in verdict.checks if check.status == "grader error"]
    assert not broken, broken
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {
        "sent_mb": sum(map(len, payloads)) / 1e6,
        "read_seconds": read - started,
        "judge_seconds": judged - read,
        "memory_mb": (peak - before) / 1024,
    }


def in_a_process_of_its_own(kind: str, scale: float) -> dict[str, float]:
    """The same, where no earlier peak hides this one's."""
    command = [sys.executable, "-m", "tests.benchmarks.worst_answer", "--kind", kind, "--scale", str(scale)]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(run.stdout.splitlines()[-1])


def main() -> None:
    """Print the table, or one line of it as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kind", choices=KINDS)
    parser.add_argument("--scale", type=float, default=1.0, help="a part of every cap")
    chosen = parser.parse_args()
    if chosen.kind:
        print(json.dumps(measure(chosen.kind, chosen.scale)))
        return
    print(
        "| every cap filled with | part | MB sent | reading, s | judging, s | memory, MB |\n|---|---|---|---|---|---|"
    )
    for kind in KINDS:
        for scale in (0.5, 1.0):
            found = in_a_process_of_its_own(kind, scale)
            numbers = " | ".join(f"{number:.2f}" for number in found.values())
            print(f"| {kind.replace('_', ' ')} | {scale:g} | {numbers} |", flush=True)


if __name__ == "__main__":
    main()
