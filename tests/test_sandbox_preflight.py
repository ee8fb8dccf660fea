"""Where the sandbox cannot work it says why and what to do, and runs nothing."""

import shutil
import sys
import warnings
from collections.abc import Callable
from pathlib import Path

import pytest

from autograder.sandbox import Allowance, Sandbox, SandboxUnavailable, SlowSandbox, Tier, preflight, seccomp

FakeBwrap = Callable[[str], None]


@pytest.fixture
def fake_bwrap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeBwrap:
    """Puts a shell script called bwrap, and nothing else, on the PATH."""

    def install(script: str) -> None:
        file = tmp_path / "bwrap"
        file.write_text(f"#!/bin/sh\n{script}\n")
        file.chmod(0o755)
        monkeypatch.setenv("PATH", str(tmp_path))

    return install


# bwrap's words on its way out, a word of the cause, a word of the fix
REFUSALS = [
    ("bwrap: setting up uid map: Permission denied", "AppArmor", "apparmor.d"),
    ("bwrap: loopback: Failed RTM_NEWADDR: Operation not permitted", "AppArmor", "apparmor.d"),
    (
        "bwrap: No permissions to create new namespace, likely because the kernel does not allow "
        "non-privileged user namespaces.",
        "Docker",
        "virtual machine",
    ),
    ("bwrap: No permissions to creating new namespace, likely because ...", "Docker", "virtual machine"),
    ("bwrap: Creating new namespace failed: Operation not permitted", "forbidden", "seccomp profile"),
    ("bwrap: Failed to make / slave: Permission denied", "mounting is forbidden", "seccomp profile"),
    (
        "bwrap: Can't mount proc on /newroot/proc: Operation not permitted",
        "mounting is forbidden",
        "on the host",
    ),
    (
        "bwrap: Creating new namespace failed: nesting depth or /proc/sys/user/max_*_namespaces exceeded (ENOSPC)",
        "exhausted",
        "sysctl",
    ),
    ("bwrap: Unknown option --size", "too old", "0.8"),
    ("bwrap: Unexpected capabilities but not setuid, old file caps config?", "capabilities", "ordinary user"),
    ("bwrap: Can't find source path /home/x: Permission denied", "cannot be made visible", "may read"),
    ("bwrap: something new", "not known", "something new"),
]


@pytest.mark.parametrize(("words", "cause", "fix"), REFUSALS)
def test_bwraps_own_words_become_cause_and_fix(fake_bwrap: FakeBwrap, words: str, cause: str, fix: str) -> None:
    fake_bwrap(f'echo "{words}" >&2; exit 1')
    with pytest.raises(SandboxUnavailable) as refusal:
        preflight()
    for part in (cause, fix, words):
        assert part in str(refusal.value)


def test_without_bwrap_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SandboxUnavailable, match="apt install bubblewrap"):
        Sandbox(preload=[]).run(b"", Allowance(1, 1, 1))


def test_without_libseccomp_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyseccomp", None)
    seccomp.compile_filter.cache_clear()
    with pytest.raises(SandboxUnavailable, match="libseccomp2"):
        preflight()


def test_a_bwrap_that_cannot_be_run_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "bwrap"
    broken.write_bytes(b"\x7fELF nonsense")
    broken.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SandboxUnavailable, match="cannot be run"):
        preflight()


def test_this_machine_allows_both_walls() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert preflight() is Tier.FAST


def test_where_inner_namespaces_are_refused_the_slow_tier_is_chosen_aloud(fake_bwrap: FakeBwrap) -> None:
    fake_bwrap(f'exec {shutil.which("bwrap")} --disable-userns "$@"')
    with pytest.warns(SlowSandbox, match="a sandbox of its own"):
        assert preflight() is Tier.SLOW


@pytest.mark.parametrize(
    ("preload", "words"),
    [(["no_such_library"], "no_such_library"), (["tests_start_a_thread"], "2 threads")],
)
def test_a_zygote_that_cannot_be_prepared_is_refused(tmp_path: Path, preload: list[str], words: str) -> None:
    module = tmp_path / "tests_start_a_thread.py"
    module.write_text("import threading, time; threading.Thread(target=time.sleep, args=(9,), daemon=True).start()")
    with (
        pytest.raises(SandboxUnavailable, match=words),
        Sandbox(readable={module.name: module}, preload=preload) as sandbox,
    ):
        sandbox.start()


def test_readable_paths_must_not_hide_the_sandbox(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="autograder"):
        Sandbox(readable={"autograder": tmp_path})
