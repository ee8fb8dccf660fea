"""Judging: one pytest run of the graders over the evidence of many notebooks, giving a verdict for each."""

import hashlib
import hmac
import inspect
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from autograder.evidence.answers import Evidence
from autograder.sandbox.probes import Probes
from autograder.verdict.grader import Case, Grader, Probe, Wrong
from autograder.verdict.verdict import Check, Verdict

Graders = Sequence[type[Grader]]
HERE = Path(__file__).parent


@dataclass(frozen=True)
class ToBeJudged:
    """One notebook of one student with its evidence."""

    student: str
    notebook: str
    evidence: Evidence
    notices: tuple[str, ...] = ()


def tests_of(grader: type[Grader]) -> dict[str, Any]:
    """A grader's tests by name, in pytest's order: inherited ones first, then as written."""
    tests = [(n, test) for n, test in inspect.getmembers(grader, callable) if n.startswith("test_")]
    return dict(sorted(tests, key=lambda pair: _order(grader, pair[0])))


def title_of(test: Any) -> str:
    """What the student reads as a check's name: the first paragraph of its docstring."""
    return " ".join((inspect.getdoc(test) or test.__name__).split("\n\n")[0].split())


def max_points(graders: Graders) -> dict[tuple[str, str], float]:
    """(notebook, function) -> the points its tests carry."""
    return {(g.notebook, g.function): sum(t.points for t in tests_of(g).values()) for g in graders}


def probe_for(grader: type[Grader], secret: bytes, student: str) -> Probe:
    """The probe this student gets: fresh for each student and function, the same at every grading."""
    return grader.probe(np.random.default_rng(_seed(secret, student, grader.notebook, grader.function)))


def probes_for(notebook: str, graders: Graders, secret: bytes, student: str) -> Probes:
    """All that the sandbox is asked about one notebook."""
    return {g.function: probe_for(g, secret, student).steps for g in graders if g.notebook == notebook}


def _seed(secret: bytes, *names: str) -> int:
    message = "\x00".join(names).encode("utf-8", "surrogateescape")
    return int.from_bytes(hmac.digest(secret, message, hashlib.sha256), "big")


def judge(notebooks: Iterable[ToBeJudged], graders: Graders, secret: bytes) -> list[Verdict]:
    """The verdicts, in the order given. Student code has no part in this: only evidence is read.

    Raises RuntimeError if pytest itself could not run the graders.
    """
    waiting = list(notebooks)
    if not waiting:
        return []
    plugin = _Plugin(waiting, graders, secret)
    files = list(dict.fromkeys(inspect.getfile(grader) for grader in graders))
    # a pytest of our own: no configuration, cache or plugin of the folder it happens to run in, no output
    options = ["-c", f"{HERE}/pytest.ini", "--rootdir", str(HERE), "--assert=plain", "--import-mode=importlib"]
    options += ["--disable-plugin-autoload"]
    for unused in ("cacheprovider", "terminal", "faulthandler", "capture"):
        options += ["-p", f"no:{unused}"]
    code = pytest.main([*options, *files], plugins=[plugin])
    # a notebook that no grader knows has no tests; one whose test did not run is missed below, as a KeyError
    if code not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED, pytest.ExitCode.NO_TESTS_COLLECTED):
        raise RuntimeError(f"the graders could not be run: pytest ended with {pytest.ExitCode(code).name}")
    return [
        Verdict(item.student, item.notebook, tuple(plugin.checks_of(index)), item.notices)
        for index, item in enumerate(waiting)
    ]


def judge_case(grader: type[Grader], case: Case) -> tuple[Check, ...]:
    """One grader's decisions on one case, as `judge` takes them: for calibration, which judges very many."""
    decided: dict[str, Check] = {}
    for name, test in tests_of(grader).items():
        error: BaseException | None = None
        try:
            _require_prerequisites(test, decided.get)
            test(grader(), case)
        except (Exception, pytest.skip.Exception) as raised:
            error = raised
        decided[name] = _decide(grader, name, error)
    return tuple(decided.values())


def _require_prerequisites(test: Any, decided: Callable[[str], Check | None]) -> None:
    for needed in getattr(test, "needs", ()):
        before = decided(needed)
        if before is None:
            raise LookupError(f"{test.__name__} needs {needed}, which has not run before it")
        if before.status != "passed":
            pytest.skip(f"It builds on “{before.title}”, which did not pass.")


class _Plugin:
    """Gives every test its case, skips those whose prerequisite failed, and writes down what was decided."""

    def __init__(self, waiting: list[ToBeJudged], graders: Graders, secret: bytes) -> None:
        self.waiting = waiting
        self.graders = {grader.function: grader for grader in graders}
        self.secret = secret
        self.checks: dict[tuple[int, str, str], Check] = {}
        self.probes: dict[tuple[int, type[Grader]], Probe] = {}

    def checks_of(self, index: int) -> Iterator[Check]:
        for grader in self.graders.values():
            if grader.notebook == self.waiting[index].notebook:
                for name in tests_of(grader):
                    yield self.checks[index, grader.function, name]

    def pytest_generate_tests(self, metafunc: pytest.Metafunc) -> None:
        grader = metafunc.cls
        if "case" in metafunc.fixturenames:
            indices = [i for i, item in enumerate(self.waiting) if item.notebook == grader.notebook]
            metafunc.parametrize("waiting_index", indices)

    @staticmethod
    def _index(item: pytest.Function) -> int:
        return int(str(item.callspec.params["waiting_index"]))

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        here = {waiting.notebook for waiting in self.waiting}
        items[:] = [item for item in items if isinstance(item, pytest.Function) and item.cls.notebook in here]
        for item in items:  # nobody reads pytest's own account of a failure, and writing it takes 20 ms
            item.repr_failure = lambda excinfo, style=None: str(excinfo.value)  # type: ignore[method-assign]

    @pytest.fixture
    def case(self, request: pytest.FixtureRequest, waiting_index: int) -> Case:
        grader = request.cls
        if (waiting_index, grader) not in self.probes:
            probe = probe_for(grader, self.secret, self.waiting[waiting_index].student)
            self.probes[waiting_index, grader] = probe
        given = self.probes[waiting_index, grader].given
        answers = self.waiting[waiting_index].evidence.answers.get(grader.function, {})
        return Case(grader.function, given, answers)

    def pytest_runtest_setup(self, item: pytest.Function) -> None:
        index, grader = self._index(item), item.cls
        _require_prerequisites(item.function, lambda name: self.checks.get((index, grader.function, name)))

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item: pytest.Function, call: pytest.CallInfo) -> Any:
        report = yield
        index, grader, name = self._index(item), item.cls, item.originalname
        if call.when == "call" or (call.when == "setup" and call.excinfo is not None):
            error = None if call.excinfo is None else call.excinfo.value
            self.checks[index, grader.function, name] = _decide(grader, name, error)
        return report


def _decide(grader: type[Grader], name: str, error: BaseException | None) -> Check:
    test = tests_of(grader)[name]
    title = title_of(test)
    if error is None:
        return Check(grader.function, name, title, test.points, "passed")
    if isinstance(error, pytest.skip.Exception):
        return Check(grader.function, name, title, test.points, "skipped", str(error.msg))
    if isinstance(error, Wrong):
        return Check(
            grader.function,
            name,
            title,
            test.points,
            "failed",
            error.message,
            error.misconception,
            error.picture,
        )
    # the exception's own words may quote hidden values: they stay out of what students read
    message = "The grader itself failed here; your instructor has been told and will grade this by hand."
    return Check(grader.function, name, title, test.points, "grader error", message, type(error).__name__)


def _order(grader: type[Grader], name: str) -> tuple[int, int]:
    """Where a test was written: base classes' tests first, then line by line."""
    for depth, base in enumerate(reversed(grader.__mro__)):
        if name in vars(base):
            return depth, inspect.unwrap(vars(base)[name]).__code__.co_firstlineno
    raise LookupError(name)
