"""No path around the walls: a configuration under which nbgrader would run, score or show what students wrote by
anything but ours is refused before nbgrader does anything.

nbgrader passes over a setting whose name it does not know, and does the stock thing: it runs students' code where it
runs itself. So what counts is what the configuration comes to, not what it says.
"""

import difflib
import functools
import itertools
from collections.abc import Collection, Iterable, Iterator
from copy import deepcopy
from logging import Logger
from typing import Any

from nbclient import NotebookClient
from nbconvert.exporters import HTMLExporter
from nbgrader import apps  # noqa: F401  (every class of nbgrader's that has settings)
from nbgrader.converters import Autograde, BaseConverter, GenerateFeedback, NbGraderException
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import InstantiateTests
from nbgrader.preprocessors import SaveAutoGrades as StockSaveAutoGrades
from traitlets import TraitError
from traitlets.config import Config, Configurable
from traitlets.utils.importstring import import_item

from autograder.course_folder import SETTINGS
from autograder.problems import NotReady

EXPORTER = "autograder.gradebook.hooks.SubmissionExporter"
EXECUTE = "autograder.gradebook.hooks.Execute"
PAGE = "autograder.gradebook.pages.FeedbackPage"
SAVE = "autograder.gradebook.hooks.SaveAutoGrades"
OURS = "autograder."
HOOKS_OF_0_1 = "autograder.course."
STOCK = ("nbgrader.preprocessors.", "nbconvert.preprocessors.")
EXECUTORS = (NotebookClient, InstantiateTests)  # what starts a kernel
FILTER = "markdown2html"  # makes HTML of what students write
OUTSIDE = "would run students' code outside the sandbox"
# Two names this alike are a name and its typing mistake: of n letters, one that is another leaves 1 - 1/n of difflib's
# likeness, one too many or too few leaves more; that is .857 for "Execute", which is short for a class.
ALIKE = 0.85


class UnsafeConfiguration(NotReady, NbGraderException):
    """Refused; nbgrader's own commands know it as an error of theirs that has words."""


def check(config: Config) -> None:
    """Raises UnsafeConfiguration if a course under this configuration could run, score or show students' work by
    anything but ours; every reason is in it."""
    refuse(problems(config))


def problems(config: Config) -> tuple[str, ...]:
    """Why nbgrader would be unsafe under this configuration, in words; nothing if it is safe."""
    settings = deepcopy(config)  # nbgrader moves settings of old names to where they belong
    found = (_of_an_older_version(settings), _unknown(settings), _of_autograding(settings), _of_pages(settings))
    return tuple(dict.fromkeys(itertools.chain(*found)))


def check_converter(preprocessor_or_exporter: Any) -> None:
    """The check from inside, for a class of ours that nbgrader has just made: where `guard` was not called in time."""
    parent = preprocessor_or_exporter.parent
    while parent is not None and not isinstance(parent, BaseConverter):
        parent = parent.parent
    if parent is not None:
        refuse(problems(parent.config), parent.log)


def refuse(found: tuple[str, ...], log: Logger | None = None) -> None:
    """Raises UnsafeConfiguration with these reasons, if there are any; what has a log is told there, too."""
    if found:
        refusal = _words(found)
        if log is not None:  # nbgrader's commands say nothing themselves of what ends them
            log.error("%s", refusal)
        raise UnsafeConfiguration(refusal)


def _words(found: tuple[str, ...]) -> str:
    return (
        f"Under this configuration nbgrader would not be safe, so nothing was run. {' '.join(found)} Mend this in"
        " nbgrader_config.py (or where else the setting comes from); `initlab doctor` says when it is right."
    )


def _of_an_older_version(config: Config) -> Iterator[str]:
    """Whether the settings are those that the first version shipped, whose classes are elsewhere now."""
    if HOOKS_OF_0_1 in repr(config.get("Autograde", {})):
        yield (
            "It is an older version's: copy the nbgrader_config.py of this version into the course folder, and add your"
            " own settings to it again."
        )


def _of_autograding(config: Config) -> Iterator[str]:
    """What is wrong with the two phases of nbgrader's autograding."""
    try:
        converter = Autograde(coursedir=CourseDirectory(config=config), config=config)
    except (TraitError, ImportError) as error:
        yield f"nbgrader cannot take the settings of c.Autograde: {error}"
        return
    exporter = _name(converter.exporter_class)
    if exporter != EXPORTER:
        yield f'c.Autograde.exporter_class is {exporter}, which reads hand-ins unchecked; it should be "{EXPORTER}".'
    where = "c.Autograde.autograde_preprocessors"
    yield from _of_list("c.Autograde.sanitize_preprocessors", converter.sanitize_preprocessors, config)
    yield from _of_list(where, converter.autograde_preprocessors, config)
    names = [_name(entry) for entry in converter.autograde_preprocessors]
    yield from (f"{where} lacks {needed}." for needed in (EXECUTE, SAVE) if needed not in names)
    if SAVE in names and not _resolved(SAVE)(config=config).enabled:
        yield "c.SaveAutoGrades is turned off, so nothing would be scored."


def _of_pages(config: Config) -> Iterator[str]:
    """What is wrong with the pages that show students' work: feedback, and formgrader's."""
    try:
        converter = GenerateFeedback(coursedir=CourseDirectory(config=config), config=config)
        exporter = HTMLExporter(config=config)
    except (TraitError, ImportError, AttributeError) as error:
        yield f"nbgrader cannot take the settings of c.GenerateFeedback or c.HTMLExporter: {error}"
        return
    yield from _of_list("c.GenerateFeedback.preprocessors", converter.preprocessors, config)
    if (used := _name(converter.exporter_class)) != PAGE:
        yield f'c.GenerateFeedback.exporter_class is {used}; it should be "{PAGE}", which shows students\' work safely.'
    for made in exporter._preprocessors:  # nbconvert has no other way to ask
        if isinstance(made, EXECUTORS) and getattr(made, "enabled", True):
            yield f"c.HTMLExporter has {_name(type(made))} at work, which {OUTSIDE}."
    if not exporter.sanitize_html:
        yield "c.HTMLExporter.sanitize_html is not True, so HTML that students write would run in the reader's browser."
    for key, filter_ in ({FILTER: exporter.markdown2html} | exporter.filters).items():
        if not _name(filter_).startswith(OURS):
            yield (
                f"c.HTMLExporter.filters has {_name(filter_)} for {key}, which is not known to keep out HTML that"
                f' students write; it should be {{"{FILTER}": "autograder.report.markdown.safe_html"}}.'
            )


def _of_list(where: str, entries: Iterable[Any], config: Config) -> Iterator[str]:
    """What is wrong with the entries of a list of preprocessors."""
    for entry in entries:
        found, name = _resolved(entry), _name(entry)
        if found is None:
            yield f"{where}: {name} cannot be imported."
        elif isinstance(found, type) and issubclass(found, EXECUTORS):
            yield f"{where}: {name} {OUTSIDE}; {EXECUTE} runs it inside."
        elif found is StockSaveAutoGrades:
            yield f"{where}: {name} would score by what students' cells show; {SAVE} scores by the verdict."
        elif not (name.startswith((OURS, *STOCK)) or name in _trusted(config)):
            yield (
                f"{where}: {name} is not known to keep students' code in the sandbox; if you vouch for it, name it in"
                " c.Initlab.trusted."
            )


def _trusted(config: Config) -> Collection[str]:
    """`c.Initlab.trusted = ["my.module.Preprocessor"]`: what the instructor vouches for."""
    named = config.get("Initlab", {}).get("trusted", ())
    return named if isinstance(named, list | tuple | set | frozenset) else ()


def _resolved(entry: Any) -> Any:
    """The class or function that a dotted name stands for; None if there is none. Anything else is what it is."""
    if not isinstance(entry, str):
        return entry
    try:
        return import_item(entry)
    except (ImportError, AttributeError, ValueError):
        return None


def _name(entry: Any) -> str:
    """Where it is defined, whatever name it goes by in a configuration; a name that stands for nothing as it is."""
    found = _resolved(entry)
    if found is None:
        return str(entry)
    named = found if hasattr(found, "__qualname__") else type(found)
    return f"{named.__module__}.{named.__qualname__}"


def _unknown(config: Config) -> Iterator[str]:
    """Settings that no class has, and classes that are nearly called so."""
    known, loaded = _known_settings(), {used.__name__ for used in _below(Configurable)}
    for section, settings in config.items():
        if section in known:
            for name in sorted(set(settings) - known[section]):
                yield f"c.{section}.{name}: {section} has no setting `{name}`{_meant(name, known[section])}"
        elif section not in loaded and (meant := _meant(section, known)) != ".":
            yield f"c.{section}: nothing is called `{section}`{meant}"


def _meant(name: str, names: Iterable[str]) -> str:
    close = difflib.get_close_matches(name, list(names), 1, ALIKE)
    return f"; is `{close[0]}` meant?" if close else "."


@functools.cache
def _known_settings() -> dict[str, frozenset[str]]:
    """Class of nbgrader's -> settings that take effect under its name: its own, those of every class that is made from
    it, and those of a class of Jupyter's that is called the same."""
    known: dict[str, set[str]] = {"Initlab": set(SETTINGS)}
    loaded = list(_below(Configurable))
    for used in filter(_of_nbgrader, loaded):
        known.setdefault(used.__name__, set())
    for used in loaded:
        for name in {base.__name__ for base in used.__mro__} & known.keys():
            known[name].update(used.class_trait_names(config=True))
    return {section: frozenset(names) for section, names in known.items()}


def _of_nbgrader(used: type) -> bool:
    return used.__module__.split(".")[0] in ("nbgrader", "nbconvert", "nbclient")


def _below(base: Any) -> Iterator[Any]:
    for sub in base.__subclasses__():
        yield sub
        yield from _below(sub)
