"""`python -m tests.benchmarks.walls`: what all walls cost a submission that does nothing (aim: median under 60 ms)."""

import statistics
import time
from pathlib import Path

from autograder.grading import furnishing
from autograder.labs.weight_initialization import LAB
from autograder.sandbox import Allowance, Ending, Sandbox

JOBS = 200
WARM_UP = 10


def main() -> None:
    """Print the median and the tails over JOBS jobs, with everything imported that grading imports."""
    entry = Path(__file__).resolve().parent.parent / "sandbox_entry.py"
    seconds = []
    furniture = furnishing(LAB)
    furniture["readable"] = LAB.readable | {entry.name: entry}
    with Sandbox(**furniture, entry="sandbox_entry:main") as sandbox:
        started = time.perf_counter()
        sandbox.start()
        print(f"start of the sandbox, with its self-test: {time.perf_counter() - started:.1f} s")
        for _ in range(WARM_UP + JOBS):
            started = time.perf_counter()
            outcome = sandbox.run(b"pass", Allowance(10, 10, 10))
            seconds.append(time.perf_counter() - started)
            assert outcome.ending is Ending.FINISHED, outcome
    kept = sorted(1000 * second for second in seconds[WARM_UP:])
    print(f"one empty submission behind all walls, {JOBS} times: median {statistics.median(kept):.1f} ms")
    print(f"fastest {kept[0]:.1f} ms, 90 % under {kept[JOBS * 9 // 10]:.1f} ms, slowest {kept[-1]:.1f} ms")


if __name__ == "__main__":
    main()
