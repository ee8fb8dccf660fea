"""The sandbox as the pipeline uses it: takes jobs one at a time and replaces its zygote when that is due."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from types import TracebackType

from autograder.sandbox import outer, seccomp, walls
from autograder.sandbox.limits import Allowance, Limits
from autograder.sandbox.outcome import Ending, Outcome
from autograder.sandbox.preflight import SandboxUnavailable, Tier, compiled_filter, preflight
from autograder.sandbox.process import GuardFailed, Recipe, ZygoteProcess

# what the worker itself needs, and what a shell imports when it starts
PRELOAD = (
    "numpy",
    "safetensors.numpy",
    "IPython.core.interactiveshell",
    "IPython.core.application",
    "IPython.core.completer",
    "IPython.core.completerlib",
    "IPython.core.logger",
    "IPython.core.magics",
    "IPython.core.oinspect",
)
SELF_TEST_SECONDS = 60.0  # takes 0.1 s


class Sandbox:
    """One bwrap holding one zygote, which imports `preload` once and forks a walled-in child for every job.

    The zygote starts with the first job (or `start()`) and is replaced when it was lost, when its own guard
    refuses to fork, and after `limits.jobs_per_zygote` jobs. A child that crashed or was killed is no reason:
    it worked on a copy of the zygote's memory, in namespaces of its own that are gone with it, and could
    touch nothing that the next child sees; replacing would let every crash cost the class 5 s of imports.

    `readable` folders and files appear read-only at their places below /lab, from which Python imports. `entry`
    is what a child calls, as "module:function", with the descriptors of its job and of its answer. `environment`
    adds variables to those that `outer` sets. `guard`, a "module:function" too, is called before each fork and
    raises RuntimeError where a child would not work. Of `hidden` packages no installed copy is seen inside.

    Not for use by several threads at once. Linux ends bwrap with the thread that started it, so a thread that
    uses a sandbox should live as long as the sandbox does.
    """

    def __init__(
        self,
        limits: Limits | None = None,
        readable: Mapping[str, Path] | None = None,
        preload: Sequence[str] = PRELOAD,
        entry: str = "autograder.sandbox.worker:main",
        *,
        environment: Mapping[str, str] | None = None,
        guard: str = "",
        hidden: Sequence[str] = ("autograder",),
        _without: frozenset[str] = frozenset(),
        _self_test: bool = True,
    ) -> None:
        self.limits = limits or Limits()
        readable = readable or {}
        if taken := [place for place in readable if place in ("autograder", "autograder/sandbox")]:
            raise ValueError(f"nothing may lie where the sandbox's own code does: {taken}")
        if unknown := _without - walls.NAMES - outer.WALLS - seccomp.GROUPS:
            raise ValueError(f"no walls of these names: {sorted(unknown)}")
        self._interior = outer.Interior(dict(readable), dict(environment or {}), tuple(hidden))
        self._preload = tuple(preload)
        self._entry = entry
        self._guard = guard
        self._without = _without
        self._self_test = _self_test
        self._tier: Tier | None = None
        self._zygote: ZygoteProcess | None = None
        self._jobs = 0

    def __enter__(self) -> "Sandbox":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def start(self) -> Tier:
        """Bring the zygote up now and test its walls. Raises SandboxUnavailable; warns in the slow tier."""
        if self._tier is None:
            self._tier = preflight()
        if self._zygote is None or not self._zygote.alive:
            self.close()
            without = self._without | (walls.NAMESPACES if self._tier is Tier.SLOW else frozenset())
            program = compiled_filter(without)
            recipe = Recipe(self.limits, self._interior, self._preload, self._entry, self._guard, program, without)
            self._zygote = ZygoteProcess(recipe)
            self._jobs = 0
            if self._self_test:
                self._test_walls(self._zygote, self._tier)
        return self._tier

    def run(self, job: bytes, allowance: Allowance) -> Outcome:
        """Run one job in one child, within this allowance, and wait for its end.

        A job that lost its zygote through no fault of its own has the ending LOST and may be run again.
        Raises SandboxUnavailable when no zygote comes up or a wall cannot be built; then nothing was run.
        """
        self.start()
        try:
            return self._run_once(job, allowance)
        except GuardFailed:
            self.close()
            self.start()
        try:
            return self._run_once(job, allowance)
        except GuardFailed as error:
            raise SandboxUnavailable(f"A fresh zygote refuses to fork: {error}.") from error

    def close(self) -> None:
        """End the zygote and everything inside. The next job would start another."""
        if self._zygote is not None:
            self._zygote.kill()
            self._zygote = None

    def _run_once(self, job: bytes, allowance: Allowance) -> Outcome:
        assert self._zygote is not None
        try:
            outcome = self._zygote.run("job", job, allowance)
        except SandboxUnavailable:
            self.close()
            raise
        self._jobs += 1
        worn_out = self._jobs >= self.limits.jobs_per_zygote
        if not self._zygote.alive or worn_out or self._tier is Tier.SLOW:
            self.close()
        return outcome

    def _test_walls(self, zygote: ZygoteProcess, tier: Tier) -> None:
        added = {"environment": sorted(self._interior.environment), "readable": sorted(self._interior.readable)}
        job = json.dumps({"limits": asdict(self.limits), "tier": tier.name, **added}).encode()
        outcome = zygote.run("self-test", job, Allowance(SELF_TEST_SECONDS, SELF_TEST_SECONDS, SELF_TEST_SECONDS))
        broken: dict[str, str] = {}
        if outcome.ending is Ending.FINISHED and len(outcome.frames) == 1:
            broken = json.loads(outcome.frames[0])
            if not broken:
                return
        self.close()
        promises = "\n".join(f"- {promise}: {found}" for promise, found in broken.items())
        raise SandboxUnavailable(
            "The sandbox does not keep what it promises on this machine; nothing was graded.\n"
            + (promises or f"The self-test did not finish: {outcome.ending} ({outcome.detail}).")
            + outcome.output.decode(errors="replace")[-2000:]
        )
