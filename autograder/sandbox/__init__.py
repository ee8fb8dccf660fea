"""The walls around student code: the only part of the grader that runs it, and everything that keeps it in.

On the trusted side a `Sandbox` takes jobs (bytes) and returns an `Outcome` (frames of bytes, and how it
ended). Inside, a zygote forks one walled-in child per job, which calls `worker.main`.
"""

from autograder.sandbox.box import PRELOAD, Sandbox
from autograder.sandbox.limits import Allowance, Limits
from autograder.sandbox.outcome import Ending, Outcome
from autograder.sandbox.preflight import SandboxUnavailable, SlowSandbox, Tier, preflight

__all__ = [
    "PRELOAD",
    "Allowance",
    "Ending",
    "Limits",
    "Outcome",
    "Sandbox",
    "SandboxUnavailable",
    "SlowSandbox",
    "Tier",
    "preflight",
]
