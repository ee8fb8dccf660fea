"""One bwrap with its zygote, as the trusted side holds it: started, given one job at a time, killed."""

import os
import selectors
import socket
import subprocess
import tempfile
import time
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from fcntl import F_ADD_SEALS, F_SEAL_GROW, F_SEAL_SEAL, F_SEAL_SHRINK, F_SEAL_WRITE, fcntl
from typing import Any

from autograder.sandbox import control, outer
from autograder.sandbox.limits import Allowance, Limits
from autograder.sandbox.outcome import Ending, Outcome, from_wait_status
from autograder.sandbox.pipe import AnswerTooLarge, FrameReader, MalformedFrame
from autograder.sandbox.preflight import SandboxUnavailable, explain, find_bwrap

_CHUNK = 64 * 1024  # what a pipe holds at first
_PIPE_BYTES = 1024 * 1024  # what its writer may enlarge it to (/proc/sys/fs/pipe-max-size)


class GuardFailed(Exception):
    """The zygote found that it must not fork any more."""


@dataclass(frozen=True)
class Recipe:
    """Everything a zygote is started from."""

    limits: Limits
    interior: outer.Interior
    preload: tuple[str, ...]
    entry: str  # what a job's child calls, "module:function"
    guard: str  # what is called before each fork, the same way; may be empty
    filter: bytes
    without: frozenset[str]


class ZygoteProcess:
    """A running zygote. Raises SandboxUnavailable when it does not come up."""

    def __init__(self, recipe: Recipe) -> None:
        self.limits = recipe.limits
        self.alive = True
        self._number = 0
        self.channel, inside = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 - closed by kill()
        with inside, tempfile.TemporaryFile() as empty:
            given = (inside.fileno(), empty.fileno())
            python = ("-s", "-B", "-X", "utf8", "-m", "autograder.sandbox.zygote", str(inside.fileno()))
            command = outer.command(
                find_bwrap(), recipe.limits, recipe.interior, python, empty.fileno(), recipe.without
            )
            self._process = subprocess.Popen(
                command,
                # what bwrap itself has in its environment can be read inside, whatever --clearenv says
                env=dict(os.environ) if "empty_environment" in recipe.without else {},
                stdin=subprocess.DEVNULL,
                stdout=self._errors,
                stderr=self._errors,
                pass_fds=given,
            )
        try:
            self._greet(recipe)
        except BaseException:
            self.kill()
            raise

    def _greet(self, recipe: Recipe) -> None:
        greeting = {
            "preload": recipe.preload,
            "entry": recipe.entry,
            "guard": recipe.guard,
            "limits": asdict(recipe.limits),
            "filter": b64encode(recipe.filter).decode(),
            "without": sorted(recipe.without),
        }
        self.channel.settimeout(recipe.limits.start_seconds)
        try:
            control.send(self.channel, greeting)
            received = control.receive(self.channel)
        except TimeoutError:
            raise SandboxUnavailable(
                f"The sandbox did not start within {recipe.limits.start_seconds:g} s (limit start_seconds). "
                "A machine this busy needs a larger limit or fewer sandboxes at once."
            ) from None
        except ConnectionError:
            received = None
        if received is None:
            self._process.wait()
            self._errors.seek(0)
            raise explain(self._errors.read().decode(errors="replace"))
        if "failed" in received[0]:
            raise SandboxUnavailable(f"The sandbox cannot be prepared: {received[0]['failed']}")
        self.channel.settimeout(None)

    def kill(self) -> None:
        """End bwrap and with it everything inside."""
        self.alive = False
        self._process.kill()
        self._process.wait()
        self.channel.close()
        self._errors.close()

    @property
    def pid(self) -> int:
        """Process id of bwrap, outside."""
        return self._process.pid

    def run(self, entry: str, job: bytes, allowance: Allowance) -> Outcome:
        """One job. Afterwards `alive` says whether this zygote can take another.

        Raises GuardFailed when nothing ran, SandboxUnavailable when a wall could not be built.
        """
        self._number += 1
        return _Job(self, self._number, allowance).run(entry, job)


class _Job:
    """One job under way: what has arrived so far, and the deadline."""

    def __init__(self, zygote: ZygoteProcess, number: int, allowance: Allowance) -> None:
        self._zygote = zygote
        self._channel = zygote.channel
        self._limits = zygote.limits
        self._number = number
        self._allowance = allowance
        self._reader = FrameReader(self._limits.frames, self._limits.answer_bytes)
        self._output = bytearray()
        self._stopped: tuple[Ending, str] | None = None  # why the trusted side ended the job

    def run(self, entry: str, job: bytes) -> Outcome:
        started = time.monotonic()
        answer, answer_inside = os.pipe()
        output, output_inside = os.pipe()
        for descriptor in (answer, output):
            os.set_blocking(descriptor, False)
        try:
            sealed = _sealed(job)
            try:
                asked = {"do": "run", "entry": entry, "allowance": asdict(self._allowance)}
                sent = self._send(asked, (sealed, answer_inside, output_inside))
            finally:
                control.close_all((sealed, answer_inside, output_inside))
            reply = self._follow(answer, output, started) if sent else None
            if reply is None:
                self._zygote.kill()
            self._drain(answer, output)
        except BaseException:  # interrupted with a job under way: its reply must not be taken for the next one's
            self._zygote.kill()
            raise
        finally:
            control.close_all((answer, output))
        return self._outcome(reply, time.monotonic() - started)

    def _send(self, message: dict[str, Any], descriptors: Sequence[int] = ()) -> bool:
        try:
            control.send(self._channel, message | {"number": self._number}, descriptors)
        except ConnectionError:
            return False
        return True

    def _follow(self, answer: int, output: int, started: float) -> dict[str, Any] | None:
        """Read until the zygote says that the job is over; None when it is gone or is late to say so."""
        deadline = started + self._allowance.wall_seconds
        asked_to_end = False
        with selectors.DefaultSelector() as selector:
            for source in (answer, output, self._channel):
                selector.register(source, selectors.EVENT_READ)
            while True:
                ready = {key.fileobj for key, _ in selector.select(max(0.0, deadline - time.monotonic()))}
                if self._channel in ready:
                    received = control.receive(self._channel)
                    return received[0] if received and received[0]["number"] == self._number else None
                for pipe in (answer, output):
                    if pipe in ready and self._take(pipe, is_answer=pipe == answer) == b"":
                        selector.unregister(pipe)
                if time.monotonic() >= deadline:
                    if asked_to_end:
                        return None
                    limit = f"ran for more than {self._allowance.wall_seconds:g} s"
                    self._stopped = self._stopped or (Ending.WALL_LIMIT, limit)
                if self._stopped and not asked_to_end:
                    asked_to_end = True
                    deadline = time.monotonic() + self._limits.grace_seconds
                    self._send({"do": "kill"})

    def _take(self, pipe: int, *, is_answer: bool) -> bytes | None:
        """Read one piece; empty at the end, None when there is nothing yet."""
        try:
            data = os.read(pipe, _CHUNK)
        except BlockingIOError:
            return None
        if not is_answer:
            self._output += data[: max(0, self._limits.output_bytes - len(self._output))]
            return data
        try:
            self._reader.feed(data)
        except AnswerTooLarge as error:
            self._stopped = self._stopped or (Ending.ANSWER_TOO_LARGE, str(error))
        except MalformedFrame as error:
            self._stopped = self._stopped or (Ending.MALFORMED_ANSWER, str(error))
        return data

    def _drain(self, answer: int, output: int) -> None:
        """What was still in the pipes when the last writer ended, which is never more than they hold."""
        for pipe in (answer, output):
            for _ in range(_PIPE_BYTES // _CHUNK + 1):
                if not self._take(pipe, is_answer=pipe == answer):
                    break

    def _outcome(self, reply: dict[str, Any] | None, wall_seconds: float) -> Outcome:
        if reply and "guard" in reply:
            raise GuardFailed(reply["guard"])
        if reply and "walls" in reply:
            raise SandboxUnavailable(
                f"The sandbox could not build its second wall ({reply['walls'].strip()}); nothing was run."
            )
        ending, detail = self._ending(reply)
        cpu_seconds, delay = (reply[key] if reply else 0.0 for key in ("cpu_seconds", "delay"))
        return Outcome(
            frames=tuple(self._reader.frames),
            ending=ending,
            detail=detail,
            output=bytes(self._output),
            cpu_seconds=cpu_seconds,
            wall_seconds=wall_seconds,
            idle_seconds=max(0.0, wall_seconds - cpu_seconds - delay),
        )

    def _ending(self, reply: dict[str, Any] | None) -> tuple[Ending, str]:
        if self._stopped:
            return self._stopped
        if reply is None:
            return Ending.LOST, "the sandbox ended before the job did"
        if reply.get("idle"):
            return Ending.IDLE_LIMIT, f"waited for {self._allowance.idle_seconds:g} s without computing"
        if "status" not in reply:
            return Ending.CRASHED, "its processes were killed"
        cpu = reply["cpu_seconds"]
        ending, detail = from_wait_status(reply["status"], cpu, self._allowance.cpu_seconds)
        if ending in (Ending.FINISHED, Ending.EXITED) and self._reader.partial:
            return Ending.MALFORMED_ANSWER, f"the answer stops within a frame ({detail})"
        return ending, detail


def _sealed(job: bytes) -> int:
    """A descriptor of the job's bytes that nobody can change any more."""
    descriptor = os.memfd_create("job", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    with open(descriptor, "wb", closefd=False) as file:
        file.write(job)
    os.lseek(descriptor, 0, os.SEEK_SET)
    fcntl(descriptor, F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL)
    return descriptor
