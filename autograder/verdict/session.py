"""One pytest session that judges many notebooks: graders are collected once, then run over each notebook's evidence.

pytest has no way to be called again, so it runs in a thread of its own and takes notebooks from a queue.
"""

import inspect
import queue
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from autograder.verdict.grader import Case, Grader
from autograder.verdict.judge import ToBeJudged, decide, require_prerequisites, tests_of
from autograder.verdict.verdict import Check, Verdict

HERE = Path(__file__).parent
# a pytest of our own: no configuration, cache or plugin of the folder it happens to run in, no output
OPTIONS = (
    "-c", f"{HERE}/pytest.ini", "--rootdir", str(HERE), "--noconftest", "--assert=plain", "--import-mode=importlib"
)  # fmt: skip
UNUSED = ("cacheprovider", "terminal", "faulthandler", "capture")


class Session:
    """Graders, collected and waiting for notebooks. Raises RuntimeError if pytest cannot run them."""

    def __init__(self, graders: Sequence[type[Grader]]) -> None:
        self._plugin = _Plugin(graders)
        files = dict.fromkeys(inspect.getfile(grader) for grader in graders)
        options = [*OPTIONS, "--disable-plugin-autoload", *(word for name in UNUSED for word in ("-p", f"no:{name}"))]
        self._thread = threading.Thread(target=self._run, args=([*options, *files],), daemon=True)
        self._thread.start()
        self._receive()

    def _run(self, arguments: list[str]) -> None:
        code = pytest.main(arguments, plugins=[self._plugin])
        self._plugin.answers.put(RuntimeError(f"the graders could not be run: pytest ended with {code!r}"))

    def _receive(self) -> Any:
        answer = self._plugin.answers.get()
        if isinstance(answer, BaseException):
            raise answer
        return answer

    def judge(self, notebook: ToBeJudged) -> Verdict:
        """The verdict on one notebook. Student code has no part in this: only evidence is read."""
        self._plugin.requests.put(notebook)
        checks: dict[tuple[str, str], Check] = self._receive()
        graders = [grader for grader in self._plugin.graders if grader.notebook == notebook.notebook]
        ordered = tuple(checks[grader.function, name] for grader in graders for name in tests_of(grader))
        return Verdict(notebook.student, notebook.notebook, ordered, notebook.notices)

    def close(self) -> None:
        """End the session."""
        self._plugin.requests.put(None)
        self._thread.join()


class _Plugin:
    """Gives every test its case, skips those whose prerequisite failed, and writes down what was decided."""

    def __init__(self, graders: Sequence[type[Grader]]) -> None:
        self.graders = tuple(graders)
        self.requests: queue.SimpleQueue[ToBeJudged | None] = queue.SimpleQueue()
        self.answers: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._notebook: ToBeJudged | None = None
        self._checks: dict[tuple[str, str], Check] = {}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        ours = [item for item in items if isinstance(item, pytest.Function) and item.cls is not None]
        items[:] = [item for item in ours if issubclass(item.cls, Grader)]
        for item in items:  # nobody reads pytest's own account of a failure, and writing it takes 20 ms
            item.repr_failure = lambda excinfo, style=None: str(excinfo.value)  # type: ignore[method-assign]

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """In place of one run over all tests: a run over a notebook's tests for each that comes."""
        if session.testsfailed:
            self.answers.put(RuntimeError("the graders could not be imported by pytest"))
            return True
        self.answers.put("ready")
        while (request := self.requests.get()) is not None:
            try:
                self._notebook, self._checks = request, {}
                here = [item for item in session.items if item.cls.notebook == self._notebook.notebook]  # type: ignore[attr-defined]
                for item, following in zip(here, (*here[1:], None), strict=False):
                    item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
                self.answers.put(self._checks)
            except BaseException as error:  # whoever waits for the verdict is told, and the session goes on
                self.answers.put(error)
        return True

    @pytest.fixture
    def case(self, request: pytest.FixtureRequest) -> Case:
        grader, notebook = request.cls, self._notebook
        assert notebook is not None
        return Case(
            grader.function, notebook.probes[grader.function].given, notebook.evidence.answers.get(grader.function, {})
        )

    def pytest_runtest_setup(self, item: pytest.Function) -> None:
        require_prerequisites(item.function, lambda name: self._checks.get((item.cls.function, name)))

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item: pytest.Function, call: pytest.CallInfo) -> Any:
        report = yield
        grader, name = item.cls, item.originalname
        if call.when == "call" or (call.when == "setup" and call.excinfo is not None):
            error = None if call.excinfo is None else call.excinfo.value
            self._checks[grader.function, name] = decide(grader, name, error)
        return report
