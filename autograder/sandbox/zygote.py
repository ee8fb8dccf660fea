"""The zygote: process 1 inside bwrap, which imports the libraries once and forks a walled-in child per job.

It imports and never computes: a library that has started threads or opened a device here would hang in every
child, and a lab's own guard looks for what else its libraries cannot bear. It never reads a
job, an answer or an output either, it only passes their descriptors on, so that nothing of a submission stays
in its memory for the next child to find. Every job has three processes: a *keeper* that enters the new
namespaces, an *init* that is process 1 in there, and the *worker*, which builds the walls and runs the
submission.
"""

import contextlib
import gc
import importlib
import os
import select
import signal
import socket
import struct
import sys
import time
import traceback
from base64 import b64decode
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, NoReturn, TextIO

from autograder.sandbox import control, selftest, syscalls, walls
from autograder.sandbox.limits import Allowance, Limits

Entry = Callable[[int, int], None]
Guard = Callable[[], None]

_ENDED = struct.Struct("=id")  # wait status of the worker, its processor time in seconds
_LOOK_EVERY = 250  # milliseconds, at what the job has used
_TICKS = os.sysconf("SC_CLK_TCK")
_REPORT_BYTES = 4000  # a report is one write, so that it arrives whole


@dataclass(frozen=True)
class Usage:
    """Of a job so far, in seconds."""

    delay: float  # in which it was ready, and other processes had the processor
    idle: float  # in which it neither computed nor was kept from it


@dataclass(frozen=True)
class Zygote:
    """What the zygote knows once it is ready."""

    plan: walls.Plan
    entries: dict[str, Entry]
    guard: Guard  # of the lab


def main(descriptor: int) -> None:
    """Serve jobs that arrive on the control socket until the other side closes it."""
    if os.getpid() != 1:
        raise SystemExit("the zygote runs only as process 1 of its own sandbox")
    syscalls.prctl(syscalls.PR_SET_DUMPABLE, 0)
    with socket.socket(fileno=descriptor) as channel:
        greeting = control.receive(channel)
        if greeting is None:
            return
        try:
            zygote = _prepare(greeting[0])
            _guard(zygote)
        except Exception as error:
            control.send(channel, {"failed": f"{type(error).__name__}: {error}"[:_REPORT_BYTES]})
            return
        control.send(channel, {"ready": True})
        while (received := control.receive(channel)) is not None:
            message, descriptors = received
            if message["do"] == "run":
                control.send(channel, _run(zygote, channel, message, descriptors))
            control.close_all(descriptors)


def _prepare(greeting: dict[str, Any]) -> Zygote:
    """Import what children will need, and set what exists by then aside from garbage collection."""
    for name in greeting["preload"]:
        importlib.import_module(name)
    entries = {"job": _imported(greeting["entry"]), "self-test": selftest.main}
    guard = _imported(greeting["guard"]) if greeting["guard"] else lambda: None
    plan = walls.Plan(Limits(**greeting["limits"]), b64decode(greeting["filter"]), frozenset(greeting["without"]))
    gc.collect()
    gc.freeze()  # the collector would otherwise write to, and so copy, the memory shared with children
    return Zygote(plan, entries, guard)


def _imported(name: str) -> Any:
    """What "module:function" names."""
    module, _, function = name.partition(":")
    return getattr(importlib.import_module(module), function)


def _guard(zygote: Zygote) -> None:
    """Raises RuntimeError when a fork now would give a child that hangs."""
    threads = os.listdir("/proc/self/task")
    if len(threads) != 1:
        raise RuntimeError(f"the zygote has {len(threads)} threads; it may fork only with one")
    zygote.guard()


def _run(zygote: Zygote, channel: socket.socket, message: dict[str, Any], descriptors: list[int]) -> dict[str, Any]:
    """One job, from fork to the end of every process it had. The reply for the trusted side."""
    number, allowance = message["number"], Allowance(**message["allowance"])
    try:
        _guard(zygote)
    except RuntimeError as error:
        return {"number": number, "guard": str(error)}
    report_read, report_write = os.pipe()
    keeper = os.fork()
    if keeper == 0:
        channel.detach()  # its descriptor's number gets another meaning in the child
        allowed = replace(zygote, plan=walls.for_job(zygote.plan, allowance.cpu_seconds))
        _keeper(allowed, zygote.entries[message["entry"]], descriptors, report_write)
    os.close(report_write)
    _close(descriptors)
    report, usage = _await_report(channel, number, report_read, allowance.idle_seconds)
    os.close(report_read)
    used = _reap()
    reply = {"number": number, "cpu_seconds": used, "delay": usage.delay}
    if len(report) == _ENDED.size:
        status, cpu_seconds = _ENDED.unpack(report)
        return reply | {"status": status, "cpu_seconds": cpu_seconds}
    if report:
        return reply | {"walls": report.decode(errors="replace")}
    return reply | {"idle": usage.idle > allowance.idle_seconds}


def _close(descriptors: list[int]) -> None:
    control.close_all(descriptors)
    descriptors.clear()


def _await_report(channel: socket.socket, number: int, report: int, idle_seconds: float) -> tuple[bytes, Usage]:
    """What the job's processes report, and what they used so far.

    Nothing is reported when the trusted side asked to end the job or went away, or when the job has waited too long.
    """
    poll = select.poll()
    poll.register(channel, select.POLLIN)
    poll.register(report, select.POLLIN)
    started, usage = time.monotonic(), Usage(0.0, 0.0)
    while True:
        ready = {descriptor for descriptor, _ in poll.poll(_LOOK_EVERY)}
        if report in ready:
            return os.read(report, _REPORT_BYTES + 1), usage
        if channel.fileno() in ready:
            received = control.receive(channel)
            if received is None or received[0] == {"do": "kill", "number": number}:
                return b"", usage
        usage = _usage(time.monotonic() - started)
        if usage.idle > idle_seconds:
            return b"", usage


def _usage(elapsed: float) -> Usage:
    """How long the job's processes, which are all but this one, have neither computed nor waited for a processor."""
    computed, delays = 0.0, [0.0]
    for process in os.listdir("/proc"):
        if process.isdigit() and process != "1":
            with contextlib.suppress(OSError, ValueError, IndexError):
                with open(f"/proc/{process}/stat") as file:
                    fields = file.read().rpartition(")")[2].split()
                with open(f"/proc/{process}/schedstat") as file:
                    delays.append(int(file.read().split()[1]) / 1e9)
                computed += (int(fields[11]) + int(fields[12])) / _TICKS  # utime and stime of all its threads
    delay = max(delays)
    return Usage(delay, max(0.0, elapsed - computed - delay))


def _reap() -> float:
    """End and collect everything but this process; the processor time it used. Nothing outlives its job."""
    if os.getpid() != 1:  # kill(-1) is meant for this sandbox, never for a machine
        os._exit(1)
    used = 0.0
    while True:
        with contextlib.suppress(ProcessLookupError):
            os.kill(-1, signal.SIGKILL)
        try:
            _, _, usage = os.wait4(-1, 0)
        except ChildProcessError:
            return used
        used += usage.ru_utime + usage.ru_stime


def _keeper(zygote: Zygote, entry: Entry, descriptors: list[int], report: int) -> NoReturn:
    """Outside of the new process namespace: enters the others and waits."""
    try:
        with _reporting(report):
            job, answer, output = descriptors
            walls.arrange_descriptors(job, answer, output, report)
        with _reporting(walls.REPORT):
            syscalls.prctl(syscalls.PR_SET_DUMPABLE, 1)  # else /proc/self belongs to root and takes no maps
            walls.volunteer_for_memory_shortage()
            walls.unshare_namespaces(zygote.plan.without)
            syscalls.prctl(syscalls.PR_SET_DUMPABLE, 0)
            init = os.fork()
        if init == 0:
            _init(zygote, entry)
        _close([*walls.OPEN, walls.REPORT])
        syscalls.drop_capabilities()
        os.waitpid(init, 0)
    finally:
        os._exit(0)


def _init(zygote: Zygote, entry: Entry) -> NoReturn:
    """Process 1 of the new namespace: reaps orphans, reports the worker's end; its own end kills the rest."""
    try:
        with _reporting(walls.REPORT):
            worker = os.fork()
        if worker == 0:
            _worker(zygote, entry)
        _close([*walls.OPEN])
        syscalls.drop_capabilities()
        while True:
            pid, status, usage = os.wait4(-1, 0)
            if pid == worker and not os.WIFSTOPPED(status):
                os.write(walls.REPORT, _ENDED.pack(status, usage.ru_utime + usage.ru_stime))
                break
    finally:
        os._exit(0)


def _worker(zygote: Zygote, entry: Entry) -> NoReturn:
    """Builds the walls, then runs the submission. It never returns into the zygote's code, come what may."""
    code = 1
    try:
        with _reporting(walls.REPORT):
            walls.build(zygote.plan)
            os.chdir("/tmp")
            syscalls.prctl(syscalls.PR_SET_DUMPABLE, 1)
        os.close(walls.REPORT)
        sys.stdout = sys.__stdout__ = _text_stream(1)  # type: ignore[misc,assignment]
        sys.stderr = sys.__stderr__ = _text_stream(2)  # type: ignore[misc,assignment]
        code = _call(entry)
    finally:
        os._exit(code)


def _text_stream(descriptor: int) -> TextIO:
    """A stream on the output pipe that loses no line in a crash and fails for no character."""
    return open(descriptor, "w", buffering=1, encoding="utf-8", errors="backslashreplace", closefd=False)


def _call(entry: Entry) -> int:
    """The exit code of `entry(job, answer)`, as Python itself would give it."""
    try:
        entry(walls.JOB, walls.ANSWER)
        code = 0
    except SystemExit as leaving:
        code = leaving.code & 0xFF if isinstance(leaving.code, int) else int(leaving.code is not None)
    except BaseException:
        traceback.print_exc()
        code = 1
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(Exception):
            stream.flush()
    return code


@contextlib.contextmanager
def _reporting(report: int):  # type: ignore[no-untyped-def]
    """A wall that cannot be built is the sandbox's failure, not the submission's: say so and stop."""
    try:
        yield
    except BaseException as error:
        os.write(report, f"{error}"[: _REPORT_BYTES // 4].encode().ljust(_ENDED.size + 1))
        raise


if __name__ == "__main__":
    main(int(sys.argv[1]))
