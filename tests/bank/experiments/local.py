"""A bank entry judged in this process: the sandbox's own interpreter and codec, without its walls.

The bank is our own code, so it needs no walls, and thousands of gradings need the speed.
"""

import signal
from collections.abc import Mapping
from typing import Any

from autograder.evidence import read_frames
from autograder.grader import Case, Grader
from autograder.judge import judge_case, probe_for
from autograder.sandbox import codec, probes, worker
from autograder.verdict import Check

SECONDS = 60.0


def verdict_on(grader: type[Grader], namespace: Mapping[str, Any], secret: bytes) -> tuple[Check, ...]:
    """The checks of one grader on a notebook that defines `namespace`, for the inputs this secret draws."""
    signal.signal(signal.SIGALRM, worker._on_alarm)
    probe = probe_for(grader, secret, "student")
    steps = codec.decode(codec.encode(dict(probe.steps), probes.tag), probes.untag)
    answered = worker._run_probe(steps, dict(namespace), SECONDS)
    payloads = [worker._encode_answer(grader.function, step, answer, SECONDS) for step, answer in answered]
    answers = read_frames(payloads).evidence.answers.get(grader.function, {})
    return judge_case(grader, Case(grader.function, probe.given, answers))
