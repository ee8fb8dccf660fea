"""What stands before nbgrader's own commands, from the moment that anything of this package is loaded.

Before nbgrader touches what students handed in, the configuration is checked, and what it writes is the owner's alone.
"""

import functools
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from nbgrader.converters import Autograde, GenerateFeedback
from nbgrader.coursedir import CourseDirectory
from nbgrader.server_extensions.formgrader.formgrader import FormgradeExtension
from nbgrader.validator import Validator

from autograder.course_folder import course_for
from autograder.gradebook import privacy, safety
from autograder.problems import NotReady


def guard() -> None:
    """From here on, nbgrader in this process grades and shows nothing under a configuration that is unsafe.

    It stands before the two converters that touch hand-ins and before formgrader: whichever list names what, from
    whichever file or option, they all start there. And before `nbgrader validate`, which runs a notebook by itself.
    """
    for owner, name, writes in (
        (Autograde, "start", True),
        (GenerateFeedback, "start", True),
        (FormgradeExtension, "init_tornado_settings", False),
    ):
        action = getattr(owner, name)
        if not hasattr(action, "guarded"):
            setattr(owner, name, _guarded(action, writes))
    if not hasattr(Validator.validate, "guarded"):
        Validator.validate = _without_hand_ins(Validator.validate)


def _guarded(action: Callable[..., Any], writes: bool) -> Callable[..., Any]:
    @functools.wraps(action)
    def guarded(self: Any, *arguments: Any) -> Any:
        safety.refuse(safety.problems(self.config), self.log)
        if isinstance(self, Autograde):
            _refuse_without_a_lab(self)
        with privacy.private(self.config) if writes else nullcontext():
            return action(self, *arguments)

    guarded.guarded = True  # type: ignore[attr-defined]
    return guarded


def _refuse_without_a_lab(converter: Autograde) -> None:
    """Nothing here can judge an assignment without a lab: nbgrader's own steps would score a right answer 0."""
    directory = converter.coursedir
    try:
        course_for(Path(directory.root), directory.assignment_id, converter.config)
    except NotReady as reason:
        converter.log.error("%s", reason)
        raise safety.UnsafeConfiguration(str(reason)) from reason


def _without_hand_ins(validate: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(validate)
    def guarded(self: Validator, filename: str) -> Any:
        directory = CourseDirectory(config=self.config)
        for step in (directory.submitted_directory, directory.autograded_directory):
            if Path(filename).resolve().is_relative_to(Path(directory.root, step).resolve()):
                words = f"{filename} is a student's: validating {safety.OUTSIDE}. `initlab grade` runs it inside."
                self.log.error("%s", words)
                raise safety.UnsafeConfiguration(words)
        return validate(self, filename)

    guarded.guarded = True  # type: ignore[attr-defined]
    return guarded
