"""Before a class is graded: everything that would keep a grade from being recorded, or from being anybody's business
but the instructor's, is said or mended before anything runs."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from traitlets.config import Config

from autograder.course_folder import CourseFolder, load_config
from autograder.gradebook import privacy, safety
from autograder.gradebook.database import db_url, gradebook_problem
from autograder.gradebook.kernels import kernel_is_there, record_kernel, recorded_kernels
from autograder.problems import Finding, NotReady
from autograder.submission.release import NO_KERNEL

KERNEL = NO_KERNEL["name"]


@contextmanager
def ready_to_grade(course: CourseFolder) -> Iterator[None]:
    """The course as it has to be while it is graded. Raises `NotReady`, with what to do, where it cannot be made so."""
    config = load_config(course.root)
    safety.check(config)
    course.draw_secret()
    course.secret  # noqa: B018  (says what to do where it is none)
    if problem := gradebook_problem(course):
        raise NotReady(problem)
    url = db_url(config)
    if set(recorded_kernels(url, course.assignment).values()) != {KERNEL}:
        record_kernel(url, course.assignment)  # a gradebook from before, or somebody's own release
    privacy.close(course.root, config)
    with privacy.private(config):
        yield


def findings(root: Path, config: Config) -> tuple[Finding, ...]:
    """What is not as it should be in a course folder, though nothing is refused for it. Raises `NotReady` where the
    configuration is unsafe."""
    safety.check(config)
    kernel = Finding(
        f"This machine has a kernel called {KERNEL}.",
        "No machine should: by that name nbgrader, where it runs without this course's configuration, finds nothing to"
        " run students' code with.",
        f"`jupyter kernelspec remove {KERNEL}`",
    )
    return (*((kernel,) if kernel_is_there() else ()), *privacy.exposures(root, config))
