"""The command line: help with an example, refusals in words, exit codes that mean something."""

import sys

import pytest

from autograder.cli import DONE, INCOMPLETE, NO_SANDBOX, USAGE, main
from autograder.problems import NotReady
from autograder.sandbox import SandboxUnavailable
from tests.conftest import REPOSITORY


@pytest.mark.parametrize("words", [["--help"], ["grade", "--help"], ["release", "--help"]])
def test_help_shows_an_example(capsys, words):
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 0
    assert "example:\n  initlab" in capsys.readouterr().out


def test_the_exit_codes_are_in_the_help(capsys):
    with pytest.raises(SystemExit):
        main(["grade", "--help"])
    text = capsys.readouterr().out
    assert all(f"  {code}  " in text for code in (0, INCOMPLETE, USAGE, NO_SANDBOX))


def test_doctor_names_a_package_that_grading_lacks(monkeypatch, capsys):
    monkeypatch.delitem(sys.modules, "autograder.class_grading", raising=False)
    monkeypatch.delattr("autograder.class_grading", raising=False)
    monkeypatch.setitem(sys.modules, "pebble", None)  # as if it was not installed
    assert main(["doctor"]) == USAGE
    assert "The package pebble is not installed" in " ".join(capsys.readouterr().out.split())


def test_an_unknown_command_is_a_usage_error():
    with pytest.raises(SystemExit) as ended:
        main(["grad"])
    assert ended.value.code == USAGE


@pytest.mark.parametrize("number", ["-2", "0", "two"])
def test_a_number_of_workers_that_is_none_is_refused_in_words(number, capsys):
    with pytest.raises(SystemExit) as ended:
        main(["grade", f"--workers={number}"])
    assert ended.value.code == USAGE
    assert f"'{number}' is no number of workers" in capsys.readouterr().err


def test_a_folder_that_is_no_course_is_refused_with_what_to_do(tmp_path, capsys):
    assert main(["--course", str(tmp_path), "grade"]) == USAGE
    assert "no nbgrader_config.py" in " ".join(capsys.readouterr().out.split())


def test_a_course_without_a_release_is_refused_with_what_to_do(tmp_path, capsys):
    (tmp_path / "nbgrader_config.py").write_text("c = get_config()\n")
    assert main(["--course", str(tmp_path), "grade"]) == USAGE
    assert "initlab release" in " ".join(capsys.readouterr().out.split())


@pytest.fixture
def empty_class(tmp_path):
    (tmp_path / "nbgrader_config.py").write_text("c = get_config()\n")
    release = tmp_path / "assignments" / "weight_initialization"
    release.mkdir(parents=True)
    (release / "part1.ipynb").write_text("{}")
    return tmp_path


def test_a_class_without_submissions_is_said(empty_class, capsys):
    assert main(["--course", str(empty_class), "grade"]) == USAGE
    assert "no submission" in " ".join(capsys.readouterr().out.split())


def test_a_student_who_handed_nothing_in_is_named(empty_class, capsys):
    (empty_class / "submitted" / "ada" / "weight_initialization").mkdir(parents=True)
    assert main(["--course", str(empty_class), "grade", "--student", "emmy"]) == USAGE
    assert "emmy" in capsys.readouterr().out


def test_without_a_sandbox_nothing_is_graded(empty_class, capsys, monkeypatch):
    def refuse():
        raise SandboxUnavailable("bwrap is not installed. Install bubblewrap.")

    (empty_class / "submitted" / "ada" / "weight_initialization").mkdir(parents=True)
    monkeypatch.setattr("autograder.class_grading.preflight", refuse)
    assert main(["--course", str(empty_class), "grade"]) == NO_SANDBOX
    said = " ".join(capsys.readouterr().out.split())
    assert "Nothing was graded." in said and "Install bubblewrap." in said
    assert not (empty_class / "records").exists()


def test_what_lies_in_no_place_of_a_hand_in_is_told_of_with_the_command(empty_class, capsys):
    (empty_class / "submitted" / "dora").mkdir(parents=True)
    (empty_class / "submitted" / "dora" / "part1 (1).ipynb").write_text("{}")
    assert main(["--course", str(empty_class), "grade"]) == USAGE
    command = (
        "mkdir -p submitted/dora/weight_initialization && "
        "mv -n 'submitted/dora/part1 (1).ipynb' submitted/dora/weight_initialization/part1.ipynb"
    )
    assert command in capsys.readouterr().out  # in one line, to be copied


def test_doctor_looks_at_the_course_folder(tmp_path, capsys):
    (tmp_path / "nbgrader_config.py").write_text((REPOSITORY / "nbgrader_config.py").read_text())
    (tmp_path / "solutions").mkdir(mode=0o700)
    assert main(["--course", str(tmp_path), "doctor"]) == DONE
    assert "the folder to its owner" in " ".join(capsys.readouterr().out.split())
    (tmp_path / "solutions").chmod(0o755)
    assert main(["--course", str(tmp_path), "doctor"]) == USAGE
    assert f"The solutions are in it. `chmod go-rwx {tmp_path}/solutions`" in capsys.readouterr().out


def test_doctor_says_that_a_kernel_is_there_which_should_not_be(tmp_path, capsys, monkeypatch):
    (tmp_path / "nbgrader_config.py").write_text((REPOSITORY / "nbgrader_config.py").read_text())
    monkeypatch.setattr("autograder.gradebook.kernels.find_kernel_specs", lambda: {"initlab-sandbox": "/somewhere"})
    assert main(["--course", str(tmp_path), "doctor"]) == USAGE
    assert "`jupyter kernelspec remove initlab-sandbox`" in capsys.readouterr().out


def test_doctor_without_a_course_is_about_the_machine(tmp_path, capsys):
    assert main(["--course", str(tmp_path), "doctor"]) == DONE
    assert "is no course folder" in " ".join(capsys.readouterr().out.split())


def test_limits_of_the_course_configuration_are_taken(tmp_path):
    from autograder.course_folder import open_course

    (tmp_path / "nbgrader_config.py").write_text('c = get_config()\nc.Initlab.limits = {"probe_seconds": 3.5}\n')
    assert open_course(tmp_path).limits.probe_seconds == 3.5


def test_a_limit_that_does_not_exist_is_refused(tmp_path):
    from autograder.course_folder import open_course

    (tmp_path / "nbgrader_config.py").write_text('c = get_config()\nc.Initlab.limits = {"probe_second": 3.5}\n')
    with pytest.raises(NotReady, match="probe_second"):
        open_course(tmp_path)
