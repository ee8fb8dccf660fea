"""A lab as the engine knows it: one object, found by the assignment's name.

A lab is a package that declares a `Lab`. It is announced by an entry point of the group `initlab.labs`, or by
`c.Initlab.labs = ["package.module:NAME"]` in the course's nbgrader_config.py; either names the object in that form.
"""

import importlib
import inspect
import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path

from autograder.problems import NotReady
from autograder.verdict.grader import Grader
from autograder.verdict.mistakes import Misconception

GROUP = "initlab.labs"


@dataclass(frozen=True)
class Lab:
    """Everything that one assignment adds to the engine."""

    assignment: str  # nbgrader's name of it
    package: str  # dotted; the graders are in it and in the packages below it, see `graders`
    masters: Path  # folder of the notebooks as percent text, one file each
    handout: Path  # folder of what students get beside the notebooks
    library: Path  # the student library, a package that notebooks import and that the sandbox needs
    catalogue: Mapping[str, Misconception]  # by key, every mistake that its graders name
    inside: str = ""  # dotted name of the package that the sandbox needs; it imports nothing else of the lab
    describe: str = ""  # "module:function" inside: what a lab's own objects are, in plain data; None for others
    guard: str = ""  # "module:function" inside: raises RuntimeError where a fork of what is preloaded would hang
    preload: tuple[str, ...] = ()  # modules imported once, before the first submission
    environment: Mapping[str, str] = field(default_factory=dict)  # variables inside, as its libraries need them
    versions: tuple[str, ...] = ()  # distributions whose version is part of what decides
    example_class: Path | None = None  # answer files of a class to try the grader on

    @cached_property
    def graders(self) -> tuple[type[Grader], ...]:
        """Every grader: the class in a module that is named after the function it judges, by module."""
        return tuple(graders_in(self.package))

    @cached_property
    def readable(self) -> dict[str, Path]:
        """What the sandbox shows of the lab: place below /lab -> folder."""
        shown = {self.library.name: self.library}
        if self.inside:
            shown[self.inside.replace(".", "/")] = folder_of(self.inside)
        return shown

    @property
    def given(self) -> tuple[Path, ...]:
        """What students get beside the notebooks."""
        texts = (path for path in sorted(self.handout.iterdir()) if path.is_file() and path.suffix != ".ipynb")
        return *texts, self.library

    @property
    def hidden(self) -> tuple[str, ...]:
        """The top packages that hold graders."""
        return tuple(sorted({"autograder", self.package.partition(".")[0]}))

    @property
    def code(self) -> tuple[Path, ...]:
        """The folders whose code decides."""
        return folder_of(self.package), self.library


def folder_of(package: str) -> Path:
    """Where a package lies. It is not imported: what is meant for the sandbox may need modules that are only there."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise NotReady(f"The lab's package {package} cannot be found.")
    return Path(spec.submodule_search_locations[0])


def graders_in(package: str) -> Iterator[type[Grader]]:
    """The graders in a package and below it: in each module the class that judges the function it is named after."""
    found = importlib.import_module(package)
    for module in sorted(pkgutil.walk_packages(found.__path__, f"{package}."), key=lambda module: module.name):
        if module.ispkg:
            continue
        name = module.name.rpartition(".")[2]
        for value in vars(importlib.import_module(module.name)).values():
            if inspect.isclass(value) and issubclass(value, Grader) and vars(value).get("function") == name:
                yield value


@cache
def load(name: str) -> Lab:
    """The lab that "package.module:NAME" names. Raises NotReady if there is none."""
    module, _, attribute = name.partition(":")
    try:
        lab = getattr(importlib.import_module(module), attribute)
    except (ImportError, AttributeError, ValueError) as error:
        raise NotReady(f"The lab {name} cannot be imported: {error}.") from error
    if not isinstance(lab, Lab):
        raise NotReady(f"{name} is no lab: it should be an autograder.lab.Lab.")
    return lab


def known(configured: Iterable[str] = ()) -> dict[str, str]:
    """Assignment -> name of its lab; what the course configures comes before what is installed."""
    return _installed() | {load(name).assignment: name for name in configured}


@cache  # reading what all installed packages announce takes 50 ms
def _installed() -> dict[str, str]:
    return {point.name: point.value for point in entry_points(group=GROUP)}
