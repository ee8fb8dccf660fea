"""Who can read a course folder: its owner, and of other users of the machine nobody, but for the release."""

import os
import shutil
import stat
from pathlib import Path

import pytest

from autograder.course_folder import load_config
from autograder.gradebook import privacy
from autograder.problems import NotReady
from tests.somebody_else import as_somebody_else, needs_root, public  # noqa: F401  (a fixture)

OPEN = 0o777


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A course folder with a file in every part, all open to everybody."""
    (tmp_path / "nbgrader_config.py").write_text("c = get_config()\n")
    for name in (*privacy.FOLDERS, "assignments"):
        (tmp_path / name / "ada" / "ps1").mkdir(parents=True)
        (tmp_path / name / "ada" / "ps1" / "work").write_text("x")
    for name in ("course_secret", "gradebook.db", "gradebook.db-journal", "gradebook.db.bak"):
        (tmp_path / name).write_text("x")
    for path in tmp_path.rglob("*"):
        path.chmod(OPEN if path.is_dir() else 0o666)
    return tmp_path


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_what_others_can_open_is_found_with_the_reason_and_the_command(course: Path) -> None:
    found = privacy.exposures(course, load_config(course))
    for name in (*privacy.FOLDERS, "course_secret", "gradebook.db", "gradebook.db-journal", "gradebook.db.bak"):
        (about,) = [one for one in found if str(course / name) in one.what.split()]
        assert about.why and f"chmod go-rwx {course / name}" in about.mend
    assert not any("assignments" in one.what for one in found)


def test_what_everybody_can_change_below_a_closed_folder_is_found(course: Path) -> None:
    privacy.close(course, load_config(course))
    (course / "submitted" / "ada" / "ps1").chmod(OPEN)  # as nbgrader's collecting leaves it
    (found,) = privacy.exposures(course, load_config(course))
    assert "submitted/ada/ps1" in found.what and "initlab grade" in found.mend


def test_closed_it_is_the_owners_alone_and_nothing_is_found(course: Path) -> None:
    privacy.close(course, load_config(course))
    assert privacy.exposures(course, load_config(course)) == ()
    for name in privacy.FOLDERS:
        folder = course / name / "ada" / "ps1"
        assert {mode(course / name), mode(folder)} == {0o700}
        # nbgrader gives a page of feedback to the exchange as it is, and students read it there
        assert mode(folder / "work") == (0o644 if name == "feedback" else 0o600)
    for path in (course / "course_secret", *course.glob("gradebook.db*")):
        assert mode(path) == 0o600
    assert mode(course / "assignments" / "ada" / "ps1" / "work") == 0o666


def test_a_course_that_instructors_share_stays_open_to_their_group(course: Path) -> None:
    (course / "nbgrader_config.py").write_text("c = get_config()\nc.CourseDirectory.groupshared = True\n")
    privacy.close(course, load_config(course))
    assert mode(course / "submitted") == 0o770 and mode(course / "gradebook.db") == 0o660
    assert privacy.exposures(course, load_config(course)) == ()


def test_links_are_not_followed(course: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "file").touch()
    (elsewhere / "file").chmod(0o666)
    elsewhere.chmod(OPEN)
    (course / "submitted" / "ada" / "link").symlink_to(elsewhere)
    (course / "submitted" / "ada" / "nowhere").symlink_to("nothing")
    privacy.close(course, load_config(course))
    assert mode(elsewhere) == OPEN and mode(elsewhere / "file") == 0o666
    assert privacy.exposures(course, load_config(course)) == ()


def test_what_is_written_meanwhile_is_the_owners_alone(course: Path) -> None:
    before = os.umask(0o022)
    try:
        with privacy.private(load_config(course)):
            (course / "new").mkdir()
            (course / "new" / "file").touch()
        (course / "later").mkdir()
    finally:
        os.umask(before)
    assert (mode(course / "new"), mode(course / "new" / "file"), mode(course / "later")) == (0o700, 0o600, 0o755)


@needs_root
def test_what_belongs_to_somebody_else_is_said(course: Path, public: Path) -> None:  # noqa: F811
    folder = shutil.copytree(course, public / "course")
    folder.chmod(0o755)
    config = load_config(folder)
    with as_somebody_else(), pytest.raises(NotReady, match=r"belongs to another user.*chmod"):
        privacy.close(folder, config)
