"""Finds out, before any submission is touched, which walls this machine allows; if too few, what to do."""

import enum
import re
import shutil
import subprocess
import tempfile
import warnings

from autograder.sandbox import outer
from autograder.sandbox.limits import Limits

PROBE_SECONDS = 60  # takes 0.1 s; the rest is for a cold disk


class SandboxUnavailable(Exception):
    """There is no safe way to run student code here. The message names the cause and the fix."""


class SlowSandbox(UserWarning):
    """Isolation is complete but slow: every submission starts a sandbox of its own and imports anew."""


class Tier(enum.Enum):
    """How submissions are isolated from each other on this machine."""

    FAST = "one sandbox for many submissions, each behind a second wall of namespaces"
    SLOW = "one sandbox for each submission"


_INSTALL = (
    "Install your distribution's package: `apt install bubblewrap` (Debian, Ubuntu), "
    "`dnf install bubblewrap` (Fedora, RHEL), `pacman -S bubblewrap` (Arch). "
    "The packages named bubblewrap and bwrap on PyPI are unrelated."
)
_CONTAINER = (
    "Run the grader on the host or in a virtual machine, or start the container with a seccomp profile that "
    "allows new user namespaces and mounts."
)

# bwrap's own words (a pattern), what they mean, and what to do
CAUSES: tuple[tuple[str, str, str], ...] = (
    (
        r"setting up uid map: Permission denied|Failed RTM_NEWADDR|loopback: Failed",
        "an AppArmor policy, such as Ubuntu 24.04's default, keeps bwrap from using its user namespaces",
        "Give bwrap an AppArmor profile that allows them: put "
        "`profile bwrap /usr/bin/bwrap flags=(unconfined) { userns, }` into /etc/apparmor.d/bwrap "
        "and run `systemctl reload apparmor`.",
    ),
    (
        r"max_\S+_namespaces|No space left on device",
        "the number of namespaces on this machine is exhausted or set to zero",
        "Raise it: `sysctl user.max_user_namespaces=15000`, and so on for the kind that the message names.",
    ),
    (
        r"[Nn]o permissions to creat\w+ (a )?new namespace|new namespace failed: Operation not permitted",
        "new user namespaces are forbidden here: the default in Docker and Kubernetes, and on hosts that set "
        "`kernel.unprivileged_userns_clone=0`",
        _CONTAINER + " On a host: `sysctl kernel.unprivileged_userns_clone=1`.",
    ),
    (
        r"Failed to make / slave|Can't mount proc|Can't mount tmpfs|pivot_root",
        "mounting is forbidden here, as it is inside most containers",
        _CONTAINER,
    ),
    (
        r"[Uu]nknown option",
        "the installed bwrap is too old for an option the sandbox needs",
        "Install bubblewrap 0.8 or newer.",
    ),
    (
        r"Unexpected capabilities",
        "bwrap was started with capabilities it refuses to keep",
        "Start the grader as root or as an ordinary user, without ambient or file capabilities.",
    ),
    (
        r"Can't find source path|Can't bind mount|execvp",
        "a part of the Python installation cannot be made visible inside",
        "Check that the user who grades may read the Python installation and every folder above it.",
    ),
)


def explain(words: str) -> SandboxUnavailable:
    """The error for what bwrap printed on its way out."""
    words = words.strip()[-2000:]
    for pattern, cause, fix in CAUSES:
        if re.search(pattern, words):
            return SandboxUnavailable(f"The sandbox cannot start: {cause}.\n{fix}\nbwrap said: {words}")
    return SandboxUnavailable(
        "The sandbox cannot start, for a reason not known to initlab. Nothing was graded.\n"
        f"bwrap said: {words or 'nothing'}"
    )


def find_bwrap() -> str:
    """The path of bwrap. Raises SandboxUnavailable when it is not installed."""
    bwrap = shutil.which("bwrap")
    if bwrap is None:
        raise SandboxUnavailable(
            f"The sandbox cannot start: the program `bwrap` (bubblewrap) is not on the PATH.\n{_INSTALL}"
        )
    return bwrap


def compiled_filter(without: frozenset[str] = frozenset()) -> bytes:
    """The seccomp program. Raises SandboxUnavailable when the library that makes it is missing."""
    from autograder.sandbox import seccomp

    try:
        return seccomp.compile_filter(without)
    except (ImportError, RuntimeError, OSError) as error:
        raise SandboxUnavailable(
            f"The sandbox cannot start: its system call filter could not be built ({error}).\n"
            "Install the Python package `pyseccomp` and the system library libseccomp "
            "(`apt install libseccomp2`, `dnf install libseccomp`)."
        ) from error


# Runs inside bwrap, without the project's code: can a second wall be built there?
_PROBE = """
import sys
sys.path.insert(0, "/lab")
from autograder.sandbox import walls
print(walls.refusal() or "both walls")
"""


def preflight() -> Tier:
    """Which tier this machine allows. Warns (SlowSandbox) on the slow one; raises SandboxUnavailable."""
    bwrap = find_bwrap()
    compiled_filter()
    with tempfile.TemporaryFile() as empty:
        command = outer.command(bwrap, Limits(), outer.Interior(), ("-s", "-B", "-S", "-c", _PROBE), empty.fileno())
        try:
            result = subprocess.run(
                command,
                env={},
                stdin=subprocess.DEVNULL,
                capture_output=True,
                pass_fds=(empty.fileno(),),
                timeout=PROBE_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise SandboxUnavailable(
                f"The sandbox cannot start: bwrap ({bwrap}) did not answer within {PROBE_SECONDS} s."
            ) from error
        except OSError as error:
            raise SandboxUnavailable(
                f"The sandbox cannot start: {bwrap} cannot be run ({error}).\n{_INSTALL}"
            ) from error
    if result.returncode != 0:
        raise explain(result.stderr.decode(errors="replace"))
    answer = result.stdout.decode(errors="replace").strip()
    if answer == "both walls":
        return Tier.FAST
    warnings.warn(
        f"namespaces inside the sandbox are refused ({answer}): every submission gets a sandbox of its own, "
        "which is as safe and takes some 6 s more. To have the fast way, allow bwrap's children new user "
        "namespaces (on Ubuntu: the profile `bwrap-userns-restrict` forbids them).",
        SlowSandbox,
        stacklevel=2,
    )
    return Tier.SLOW
