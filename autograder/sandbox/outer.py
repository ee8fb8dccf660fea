"""The outer wall: the bwrap command line, which says what is visible inside and with which environment.

Nothing of the course is: no graders, no gradebook, no other submission. The interpreter and the system's libraries
appear read-only at their own paths, a virtual environment at /env (its own place may be the course folder, or under
/tmp, which is each child's own), this package at /lab/autograder/sandbox, what a lab needs at its places in /lab.
"""

import os
import sys
import sysconfig
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from autograder.sandbox.limits import Limits

HOME = "/tmp"
LAB = "/lab"
ENVIRONMENT_FOLDER = "/env"
PACKAGE = Path(__file__).resolve().parent
DEVICES = {f"/dev/{name}": f"/dev/{name}" for name in ("null", "zero", "full", "random", "urandom")}  # inside: outside

ENVIRONMENT = {
    "HOME": HOME,
    "TMPDIR": "/tmp",
    "USER": "student",
    "LOGNAME": "student",
    "LANG": "C.UTF-8",
    "PYTHONHASHSEED": "0",
    "MPLBACKEND": "Agg",
    "MPLCONFIGDIR": "/tmp",
    "IPYTHONDIR": "/tmp/.ipython",
    # one thread: the zygote may only fork while it has no other, and memory needs grow with the number of
    # threads
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "MALLOC_ARENA_MAX": "2",
    "CUDA_VISIBLE_DEVICES": "",
    # no child processes inside: joblib (n_jobs=-1) then works in its own process instead of failing
    "JOBLIB_MULTIPROCESSING": "0",
    "HDF5_USE_FILE_LOCKING": "FALSE",
}

# those walls that tests may take away
WALLS = frozenset({"empty_environment", "private_network", "read_only_root"})
NAMESPACES = ("--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try")


@dataclass(frozen=True)
class Interior:
    """What is inside for the sake of what is run there."""

    readable: Mapping[str, Path] = field(default_factory=dict)  # place below /lab -> folder or file
    environment: Mapping[str, str] = field(default_factory=dict)  # beside ENVIRONMENT
    hidden: tuple[str, ...] = ("autograder",)  # packages of which no installed copy is seen


def command(
    bwrap: str,
    limits: Limits,
    interior: Interior,
    python: Sequence[str],
    package_marker: int,
    without: Collection[str] = (),
) -> list[str]:
    """The whole argument list: bwrap, its options, and `python`, the interpreter's arguments.

    `package_marker` is a descriptor of an empty file, which becomes /lab/autograder/__init__.py.
    `without` leaves out some of WALLS, for tests.
    """
    namespaces = [n for n in NAMESPACES if not (n == "--unshare-net" and "private_network" in without)]
    arguments = [bwrap, "--unshare-user", *namespaces, "--as-pid-1", "--uid", "65534", "--gid", "65534"]
    arguments += ["--hostname", "sandbox", "--die-with-parent", "--new-session", "--cap-drop", "ALL"]
    if "empty_environment" not in without:
        arguments += ["--clearenv"]
    for name, value in (ENVIRONMENT | dict(interior.environment)).items():
        arguments += ["--setenv", name, value]

    arguments += _libraries(interior.hidden)
    arguments += ["--file", str(package_marker), f"{LAB}/autograder/__init__.py"]
    arguments += ["--ro-bind", str(PACKAGE), f"{LAB}/autograder/sandbox"]
    for place, path in interior.readable.items():
        arguments += ["--ro-bind", str(path.resolve(strict=True)), f"{LAB}/{place}"]

    arguments += ["--size", str(limits.tmp_bytes), "--tmpfs", "/tmp", "--proc", "/proc", "--tmpfs", "/dev"]
    for inside, device in DEVICES.items():
        arguments += ["--dev-bind", device, inside]
    arguments += [
        "--symlink",
        "/proc/self/fd",
        "/dev/fd",
        "--size",
        str(limits.shm_bytes),
        "--tmpfs",
        "/dev/shm",
    ]
    if "read_only_root" not in without:
        arguments += ["--remount-ro", "/dev", "--remount-ro", "/"]
    return [*arguments, "--chdir", LAB, python_inside(), *python]


def _libraries(hidden: Collection[str]) -> list[str]:
    """Mounts for the interpreter, its packages, and the system's shared libraries."""
    arguments: list[str] = []
    for folder in ("/usr/lib", "/usr/lib64", "/usr/lib32", "/usr/share/zoneinfo"):
        arguments += ["--ro-bind-try", folder, folder]
    for folder in ("/lib", "/lib64"):
        if os.path.islink(folder):
            arguments += ["--symlink", os.readlink(folder), folder]
        else:
            arguments += ["--ro-bind-try", folder, folder]
    arguments += ["--ro-bind-try", "/etc/ld.so.cache", "/etc/ld.so.cache"]

    for path, inside in interpreter_paths().items():
        arguments += ["--ro-bind", str(path), inside]
    if in_virtual_environment():
        arguments += ["--symlink", os.path.realpath(sys.executable), python_inside()]
        arguments += ["--symlink", "lib", f"{ENVIRONMENT_FOLDER}/lib64"]
    for site in site_packages():
        # an installed copy of this project or of a lab would show its graders
        for name in hidden:
            if (site / name).is_dir():
                place = f"{_inside(site)}/{name}"
                arguments += ["--tmpfs", place, "--remount-ro", place]
    return arguments


def in_virtual_environment() -> bool:
    """Whether this interpreter runs from a virtual environment."""
    return sys.prefix != sys.base_prefix


def python_inside() -> str:
    """The interpreter's path inside."""
    return f"{ENVIRONMENT_FOLDER}/bin/python3" if in_virtual_environment() else sys.executable


def site_packages() -> list[Path]:
    """The folders with installed packages of this interpreter."""
    return sorted({Path(sysconfig.get_path(name)) for name in ("purelib", "platlib")})


def _inside(path: Path) -> str:
    """Where a path of the interpreter lies inside: a virtual environment's at /env, others where they are."""
    if in_virtual_environment() and path.is_relative_to(sys.prefix):
        parts = path.relative_to(sys.prefix).parts
        # lib64 is a link to lib, as the venv module makes it
        return "/".join((ENVIRONMENT_FOLDER, *("lib" if part == "lib64" else part for part in parts)))
    return str(path)


def interpreter_paths() -> dict[Path, str]:
    """What of the interpreter must be visible, and where.

    Of a virtual environment only its own parts, never its folder: that may be the course folder itself.
    """
    wanted = [Path(os.path.realpath(sys.executable))]
    wanted += [Path(sys.prefix, "lib"), Path(sys.base_prefix, "lib"), Path(sys.base_prefix, "lib64")]
    wanted += [Path(sysconfig.get_path("stdlib")), Path(sysconfig.get_path("platstdlib")), *site_packages()]
    if in_virtual_environment():
        wanted.append(Path(sys.prefix, "pyvenv.cfg"))
    else:
        wanted += _links(Path(sys.executable))
    kept: dict[Path, str] = {}
    for path in dict.fromkeys(wanted):
        covered = any(path.is_relative_to(parent) for parent in (*kept, Path("/usr/lib")))
        repeated = _inside(path) in kept.values()
        if path.exists() and not covered and not repeated:
            kept[path] = _inside(path)
    return kept


def _links(link: Path) -> list[Path]:
    """A path and the links that lead from it to a real file."""
    found = [link]
    while link.is_symlink():
        link = Path(os.path.normpath(link.parent / os.readlink(link)))
        found.append(link)
    return found
