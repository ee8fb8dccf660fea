"""What the walled-in child does: run the notebook's cells once, then the probes, and send each outcome as a frame.

Everything here shares its process with the student's code and is therefore trusted with nothing: it knows what to
call and with what, never what should come back. Frames are sent one by one, so that a crash costs only what had
not been reached, and each is announced, so that the trusted side knows what was running.
"""

import contextlib
import dataclasses
import importlib
import io
import random
import signal
import sys
import traceback
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from autograder.sandbox import codec, frames, job, pipe, probes
from autograder.sandbox.frames import (
    Answer,
    Answered,
    Begun,
    CellOutcome,
    CellRan,
    Ended,
    Missing,
    Raised,
    Returned,
    Stopped,
)

OUTPUT_CHARACTERS = (
    frames.CELL.text
)  # kept of one cell's text output: what a reader of the feedback page scrolls through


# Of processor time, so that a busy machine takes no points; who waits without computing is seen from outside.
ALARM, TIMER = signal.SIGPROF, signal.ITIMER_PROF


class TimeLimit(BaseException):
    """Raised by the alarm inside code that ran too long; not an Exception, so `except Exception` lets it through."""


class _Kept(io.StringIO):
    """A text stream that keeps its first OUTPUT_CHARACTERS, so that endless output costs no memory."""

    def write(self, text: str, /) -> int:
        if (left := OUTPUT_CHARACTERS - self.tell()) > 0:
            super().write(text[:left])
        return len(text)


def main(source: int, answer: int) -> None:
    """Run the job read from the descriptor `source` and write the outcomes as frames to `answer`."""
    sys.path.insert(0, "")  # as in a notebook: what a cell has written into its folder can be imported
    with open(source, "rb", closefd=True) as file:
        task = job.decode(file.read())
    signal.signal(ALARM, _on_alarm)
    shell = _shell()
    for index, cell in task.cells.items():
        pipe.write(answer, frames.encode(Begun("cell", index)))
        pipe.write(answer, frames.encode(CellRan(index, _run_cell(shell, cell, task.cell_seconds))))
    namespace = shell.user_ns
    describe = _import(task.describe.replace(":", ".")) if task.describe else _nothing
    for name, steps in task.probes.items():
        pipe.write(answer, frames.encode(Begun("probe", name)))
        for step, answered in _run_probe(steps, namespace, task.probe_seconds):
            pipe.write(answer, _encode_answer(Answered(name, step, answered), describe, task.probe_seconds))
    pipe.write(answer, frames.encode(Ended()))


def _nothing(value: Any) -> None:
    return None


def _shell() -> Any:
    """An IPython shell without history, as the notebook's namespace, magics and display system."""
    from IPython.core.interactiveshell import InteractiveShell
    from traitlets.config import Config

    config = Config()
    config.HistoryManager.enabled = False
    config.InteractiveShell.colors = "nocolor"
    shell: Any = InteractiveShell.instance(config=config)
    shell.enable_gui = lambda gui=None: None
    # IPython would keep everything that is printed: a cell that prints for ever would leave no memory for the answers
    shell._tee = lambda channel: contextlib.nullcontext()
    # the lab's pictures are drawn for people; here they would only cost time, and a bare shell has no inline backend
    shell.register_magic_function(lambda line: None, "line", "matplotlib")
    return shell


def _run_cell(shell: Any, source: str, seconds: float) -> CellOutcome:
    """Run one cell; its text output and, where it failed, the error in a notebook's terms."""
    written = _Kept()
    error: BaseException | None = None
    importlib.invalidate_caches()  # cells follow each other faster than a folder's time tells of a new file in it
    with contextlib.redirect_stdout(written), contextlib.redirect_stderr(written), _quiet_errors(shell):
        try:
            with _time_limit(seconds):
                result = shell.run_cell(source, store_history=False)
            error = result.error_before_exec or result.error_in_exec
        except BaseException as raised:
            error = raised
    return CellOutcome(written.getvalue(), None if error is None else _describe_error(error, seconds))


@contextlib.contextmanager
def _quiet_errors(shell: Any) -> Iterator[None]:
    """Errors are reported as data; the shell's own printing of them would say everything twice."""
    shell.showtraceback = lambda *args, **kwargs: None
    shell.showsyntaxerror = lambda *args, **kwargs: None
    yield


def _run_probe(steps: Mapping[str, Any], namespace: dict[str, Any], seconds: float) -> Iterator[tuple[str, Answer]]:
    """Each call's answer in turn."""
    values: dict[str, Any] = {}
    for name, expression in steps.items():
        answer = _run_step(expression, values, namespace, seconds)
        if isinstance(answer, Returned):
            values[name] = answer.value
        if isinstance(expression, probes.Call):
            yield name, answer
        if isinstance(answer, Raised) and answer.kind == TimeLimit.__name__:
            return  # the rest would only take as long again


def _run_step(expression: Any, values: dict[str, Any], namespace: dict[str, Any], seconds: float) -> Answer:
    given: list[tuple[str, Any, Any]] = []
    before = _global_random_state()
    written = _Kept()  # what a probed function prints would show the probe's inputs: it is dropped
    try:
        with contextlib.redirect_stdout(written), contextlib.redirect_stderr(written), _time_limit(seconds):
            value = _evaluate(expression, values, namespace, given)
            changed = sorted({name for name, argument, held in given if _held(argument) != held})
    except _Missing as missing:
        return Missing(str(missing))
    except _Unavailable as unavailable:
        return Stopped(f"the call before it ({unavailable}) gave no value")
    except BaseException as error:
        return _describe_error(error, seconds)
    return Returned(value, tuple(changed), _global_random_state() != before)


class _Missing(Exception):
    """The notebook does not define the function that the probe calls."""


class _Unavailable(Exception):
    """An earlier step that this one builds on gave no value."""


def _evaluate(
    node: Any,
    values: dict[str, Any],
    namespace: dict[str, Any],
    given: list[tuple[str, Any, Any]],
) -> Any:
    def inner(item: Any) -> Any:
        return _evaluate(item, values, namespace, given)

    match node:
        case probes.Rng(seed):
            return np.random.default_rng(seed)
        case probes.Ref(step):
            if step not in values:
                raise _Unavailable(step)
            return values[step]
        case probes.Student(name):
            if name not in namespace:
                raise _Missing(name)
            return namespace[name]
        case probes.Library(path):
            return _import(path)
        case probes.Call(function, args, kwargs):
            callee = inner(function)
            named = {f"argument {i + 1}": inner(arg) for i, arg in enumerate(args)}
            keywords = {key: inner(arg) for key, arg in kwargs.items()}
            if isinstance(function, probes.Student):
                given += [(name, argument, _held(argument)) for name, argument in (named | keywords).items()]
            return callee(*named.values(), **keywords)
        case list():
            return [inner(item) for item in node]
        case tuple():
            return tuple(inner(item) for item in node)
        case dict():
            return {key: inner(item) for key, item in node.items()}
    return node


def _import(path: str) -> Any:
    """`package.module.name.attribute`: the longest importable prefix, then attributes."""
    parts = path.split(".")
    for length in range(len(parts), 0, -1):
        try:
            found: Any = importlib.import_module(".".join(parts[:length]))
        except ModuleNotFoundError:
            continue
        for part in parts[length:]:
            found = getattr(found, part)
        return found
    raise ModuleNotFoundError(path)


def _encode_answer(answered: Answered, describe: codec.Describe, seconds: float) -> bytes:
    try:
        with _time_limit(seconds):  # reading an object may run its code
            return frames.encode(answered, describe)
    except BaseException as error:
        more = f": {error}" if isinstance(error, ValueError) else ""
        unreadable = Raised(_kind(error), f"the answer cannot be read{more}")
        return frames.encode(Answered(answered.probe, answered.step, unreadable))


def _describe_error(error: BaseException, seconds: float) -> Raised:
    if isinstance(error, TimeLimit):
        return Raised("TimeLimit", f"did not finish within {seconds:g} s")
    try:
        with _time_limit(seconds):  # making its message runs the student's code
            if isinstance(error, SyntaxError):  # its own text would name a file nobody has
                message = f"{error.msg} (line {error.lineno} of the cell)"[: codec.ANSWER.text]
            else:
                message = str(error)[: codec.ANSWER.text]
    except BaseException:
        message = "(its message could not be made)"
    return Raised(_kind(error), message, _failing_line(error))


def _kind(error: BaseException) -> str:
    """The name of its class, as the class itself knows it, not as a metaclass of the student's would have it."""
    return type.__dict__["__name__"].__get__(type(error))[:100]


def _failing_line(error: BaseException) -> str | None:
    """The last line of the student's own code that the error passed through."""
    try:
        if isinstance(error, SyntaxError):
            return (error.text or "").strip()[:200] or None
        own = [f for f in traceback.extract_tb(error.__traceback__) if "ipython-input" in f.filename]
        return (own[-1].line or "")[:200] or None if own else None
    except BaseException:
        return None


def _global_random_state() -> tuple:
    kind, keys, *rest = np.random.get_state(legacy=True)
    return (kind, np.asarray(keys).tobytes(), *rest, random.getstate())


def _held(value: Any, depth: int = 4) -> Any:
    """What a value holds, down to some depth: the same as before unless something was written into it since."""
    if isinstance(value, np.ndarray):
        return value.dtype.str, value.shape, value.tobytes()
    if depth and type(value) in (list, tuple):
        return [_held(item, depth - 1) for item in value]
    if depth and type(value) is dict:
        return [(_held(key, 0), _held(item, depth - 1)) for key, item in value.items()]
    if depth and dataclasses.is_dataclass(value) and not isinstance(value, type):
        return [_held(getattr(value, part.name, None), depth - 1) for part in dataclasses.fields(value)]
    return id(value), value  # the value itself is kept, so that no other one gets its id


@contextlib.contextmanager
def _time_limit(seconds: float) -> Iterator[None]:
    signal.setitimer(TIMER, seconds, 0.5)  # again and again, should the first be swallowed
    try:
        yield
    finally:
        signal.setitimer(TIMER, 0)


def _on_alarm(signum: int, frame: Any) -> None:
    raise TimeLimit
