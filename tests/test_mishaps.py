"""What students honestly do: pasted pictures, odd marks and names, files in another place, an older release."""

import base64
import io
import os
import shutil
import subprocess
from pathlib import Path
from urllib.parse import quote

import nbformat
import pytest
from bs4 import BeautifulSoup
from nbformat import NotebookNode
from nbgrader.api import Gradebook
from PIL import Image

from autograder.sandbox.limits import Limits
from autograder.submission.elsewhere import not_in_place, strays
from autograder.submission.pictures import ALL_TOGETHER, LONGEST, pasted
from autograder.submission.reading import read
from tests.small_course import (
    ASSIGNMENT,
    MASTER,
    NOTEBOOK,
    cell,
    changed,
    hand_in,
    page,
    released_course,
    solved,
    turned_into,
)
from tests.test_lab import initlab


def picture(kind: str, size: tuple[int, int] = (2, 2)) -> bytes:
    written = io.BytesIO()
    Image.new("RGB", size).save(written, kind)
    return written.getvalue()


def attached(**bundles: object) -> object:
    """Changes the answer in words: it shows what is attached, by name."""

    def change(notebook: NotebookNode) -> None:
        answer = cell(notebook, "words")
        answer.source = "\n\n".join(f"Look: ![{name}](attachment:{quote(name)})" for name in bundles)
        answer["attachments"] = bundles

    return change


def in_base64(data: bytes) -> str:
    return base64.b64encode(data).decode()


PNG = in_base64(picture("PNG"))
OLDER = MASTER.replace('assert double(2) == tally.Tally("||||")', 'assert double(1) == tally.Tally("||")')


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course that was released twice, and graded with all of these mishaps in it."""
    folder = released_course(tmp_path_factory.mktemp("mishaps"))
    (folder / "source" / f"{NOTEBOOK}.py").write_text(OLDER)
    assert initlab(folder, "release", ASSIGNMENT).returncode == 0
    hand_in(folder, "older", solved(folder))
    hand_in(folder, "older-changed", changed(solved(folder), lambda n: cell(n, "test_double").update(source="pass")))
    (folder / "source" / f"{NOTEBOOK}.py").write_text(MASTER)
    assert initlab(folder, "release", ASSIGNMENT).returncode == 0

    right = solved(folder)
    hand_in(folder, "picture", changed(right, attached(**{"a b.png": {"image/png": PNG}})))
    hand_in(folder, "no-picture", changed(right, attached(x={"image/svg+xml": PNG}, y={"image/png": "<script>"})))
    hand_in(folder, "byte-order-mark", b"\xef\xbb\xbf" + nbformat.writes(right).encode())
    beside = hand_in(folder, "odd-names", right).parent
    for name in (b"caf\xe9.txt", b"caf\xe9.ipynb", b"caf\xe9.d/x"):
        os.makedirs(os.path.dirname(os.fsencode(beside) + b"/" + name), exist_ok=True)
        with open(os.fsencode(beside) + b"/" + name, "w"):
            pass
    hand_in(folder, "scratch", right)
    hand_in(folder, "scratch", right, f"{ASSIGNMENT}/scratch.ipynb")
    for name, cell_type in (("as-markdown", "markdown"), ("as-raw", "raw")):
        hand_in(folder, name, changed(right, lambda n, to=cell_type: turned_into(c := cell(n, "double"), to, c.source)))
    run = initlab(folder, "grade", ASSIGNMENT)
    assert run.returncode == 0, run.stdout + run.stderr
    return folder


def graded(course: Path, student: str) -> tuple[float, str]:
    """The student's points by machine in the gradebook, and all words of the page."""
    with Gradebook(f"sqlite:///{course}/gradebook.db") as gradebook:
        grades = gradebook.find_submission(ASSIGNMENT, student).notebooks[0].grades
        points = sum(grade.auto_score or 0 for grade in grades)
    return points, BeautifulSoup(page(course, student).read_text(), "html.parser").body.text


HARMLESS = ("picture", "no-picture", "byte-order-mark", "odd-names", "scratch", "as-markdown", "as-raw", "older")


@pytest.mark.slow
@pytest.mark.parametrize("student", HARMLESS)
def test_it_costs_nothing(student: str, course: Path) -> None:
    points, _ = graded(course, student)
    assert points == 6


CLEANING = """
c.Autograde.sanitize_preprocessors = [f"nbgrader.preprocessors.{name}" for name in (
    "ClearOutput", "DeduplicateIds", "OverwriteKernelspec", "OverwriteCells", "CheckCellMetadata"
)]
c.Autograde.autograde_preprocessors.append("nbgrader.preprocessors.CheckCellMetadata")
c.OverwriteCells.add_missing_cells = True
"""


def autograded(course: Path) -> dict[str, bytes]:
    return {str(path.relative_to(course)): path.read_bytes() for path in (course / "autograded").rglob("*.ipynb")}


@pytest.mark.slow
def test_nbgraders_own_cleaning_would_change_nothing(course: Path, tmp_path: Path) -> None:
    """What is read has the released cells, names and metadata in it, so none of nbgrader's steps for that is taken."""
    cleaned = shutil.copytree(course, tmp_path / "course", symlinks=True)
    shutil.rmtree(cleaned / "autograded")
    with (cleaned / "nbgrader_config.py").open("a") as config:
        config.write(CLEANING)
    run = initlab(cleaned, "grade", ASSIGNMENT)
    assert run.returncode == 0, run.stdout + run.stderr
    assert autograded(cleaned) == autograded(course)
    assert len(autograded(course)) > len(HARMLESS)


@pytest.mark.slow
def test_a_pasted_picture_is_on_the_page(course: Path) -> None:
    (shown,) = BeautifulSoup(page(course, "picture").read_text(), "html.parser").select(".initlab-hand-in img")
    assert shown["src"] == f"data:image/png;base64,{PNG}" and shown["alt"] == "a b.png"


@pytest.mark.slow
def test_a_picture_that_is_none_is_left_out_with_a_note(course: Path) -> None:
    _, words = graded(course, "no-picture")
    assert "The picture “x” is left out: only PNG, JPEG and GIF are shown." in words
    assert "The picture “y” is left out: it is no base64." in words
    assert "Look: [picture: x]" in words


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["Markdown", "raw"])
def test_an_answer_in_a_cell_of_another_type_counts_and_that_is_said(kind: str, course: Path) -> None:
    _, words = graded(course, f"as-{kind.lower()}")
    assert f"The cell “double” is a {kind} cell; it was read as a code cell." in words


@pytest.mark.slow
def test_cells_that_the_release_has_changed_since_are_named_and_nobody_is_blamed(course: Path) -> None:
    _, words = graded(course, "older")
    assert "begun in an older release; it was graded with today's text of “test_double”." in words
    assert "had been changed" not in words


@pytest.mark.slow
def test_what_a_student_changed_in_an_older_release_is_said_as_well(course: Path) -> None:
    _, words = graded(course, "older-changed")
    assert "today's text of “test_double”" in words
    assert "The locked cell “test_double” had been changed" in words


# Pictures.

KEPT = {
    "PNG": {"image/png": PNG},
    "JPEG": {"image/jpeg": in_base64(picture("JPEG"))},
    "GIF": {"image/gif": in_base64(picture("GIF"))},
    "in lines": {"image/png": [PNG[:20] + "\n", PNG[20:]]},
    "of two kinds": {"image/svg+xml": "<svg/>", "image/png": PNG},
}
LEFT_OUT = {
    "SVG": ({"image/svg+xml": "<svg onload='x'/>"}, "only PNG, JPEG and GIF"),
    "text": ({"text/html": "<script>"}, "only PNG, JPEG and GIF"),
    "of another kind than it says": ({"image/png": in_base64(picture("GIF"))}, "no PNG"),
    "markup": ({"image/png": '"><script>'}, "no base64"),
    "too long": ({"image/png": "A" * (LONGEST * 4 // 3 + LONGEST)}, "more than 3 MB"),
    "a few bytes that become gigabytes": ({"image/png": in_base64(picture("PNG", (30_000, 1000)))}, "25 million"),
    "no text": ({"image/png": 7}, "no text"),
    "no bundle": ([], "only PNG"),
    "empty": ({}, "only PNG"),
}


@pytest.mark.parametrize("bundle", KEPT.values(), ids=KEPT)
def test_a_picture_is_kept_as_one_kind_without_line_breaks(bundle: dict) -> None:
    found = pasted({"x": bundle}, ALL_TOGETHER)
    assert found.left_out == () and len(found.kept["x"]) == 1
    ((kind, data),) = found.kept["x"].items()
    assert kind != "image/svg+xml" and base64.b64decode(data, validate=True)


@pytest.mark.parametrize(("bundle", "reason"), LEFT_OUT.values(), ids=LEFT_OUT)
def test_anything_else_is_left_out_and_the_reason_said(bundle: object, reason: str) -> None:
    found = pasted({"x": bundle}, ALL_TOGETHER)
    assert found.kept == {} and reason in found.left_out[0]


@pytest.mark.parametrize("attachments", [None, [], "x", 7])
def test_attachments_that_are_none_are_passed_over(attachments: object) -> None:
    assert pasted(attachments, ALL_TOGETHER) == pasted({}, ALL_TOGETHER)


def test_all_pictures_together_have_a_limit_too() -> None:
    found = pasted({str(number): {"image/png": PNG} for number in range(5)}, 3 * len(PNG))
    assert list(found.kept) == ["0", "1", "2"] and "together" in found.left_out[0]


# Where a hand-in lies that is not where it belongs.

NAME = "part1_understanding"
LAB_ASSIGNMENT = "weight_lab"


@pytest.fixture
def submitted(tmp_path: Path) -> Path:
    folder = tmp_path / "submitted"
    folder.mkdir()
    return folder


def lies(submitted: Path, *places: str) -> None:
    for place in places:
        path = Path(os.fsdecode(os.fsencode(submitted) + b"/" + place.encode("latin-1")))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("{}")


def refusal(submitted: Path) -> str:
    """What reading dora's notebook says."""
    release = nbformat.v4.new_notebook()
    reason = read(submitted / "dora" / LAB_ASSIGNMENT / f"{NAME}.ipynb", release, Limits()).refused
    assert reason is not None
    return reason


def done(submitted: Path, words: str) -> None:
    """Gives the command in the words, as an instructor would."""
    command = words[words.index(": m") + 2 :].partition(" (in the course folder)")[0]
    subprocess.run(["bash", "-ec", command], cwd=submitted.parent, check=True)


ELSEWHERE = [
    f"dora/{LAB_ASSIGNMENT}/{NAME} (1).ipynb",
    f"dora/{LAB_ASSIGNMENT}/Part1_Understanding.ipynb",
    f"dora/{LAB_ASSIGNMENT}/{NAME}.ipynb.txt",
    f"dora/{LAB_ASSIGNMENT}/dora_12345_{NAME}-2.IPYNB",
    f"dora/{LAB_ASSIGNMENT}/{NAME}-Copy1.ipynb",
    f"dora/{LAB_ASSIGNMENT}/{LAB_ASSIGNMENT}/{NAME}.ipynb",
    f"dora/{LAB_ASSIGNMENT}/my lab/{NAME}.ipynb",
    f"dora/{LAB_ASSIGNMENT}/caf\xe9 '$(touch x)/{NAME}.ipynb",
    f"dora/{NAME}.ipynb",
]


@pytest.mark.parametrize("place", ELSEWHERE)
def test_a_notebook_of_another_name_or_place_is_named_with_the_command_that_mends_it(
    place: str, submitted: Path
) -> None:
    (submitted / "dora" / LAB_ASSIGNMENT).mkdir(parents=True)
    lies(submitted, place)
    words = refusal(submitted)
    assert words.startswith("No notebook of this name was handed in. Perhaps it is “submitted/dora/")
    done(submitted, words)
    assert (submitted / "dora" / LAB_ASSIGNMENT / f"{NAME}.ipynb").read_text() == "{}"
    assert not (submitted.parent / "x").exists()


def test_files_of_other_names_are_listed(submitted: Path) -> None:
    lies(submitted, *(f"dora/{LAB_ASSIGNMENT}/{name}" for name in ("mine.ipynb", "all.zip", "notes.txt", ".x.ipynb")))
    words = f"“submitted/dora/{LAB_ASSIGNMENT}/all.zip”, “submitted/dora/{LAB_ASSIGNMENT}/mine.ipynb”"
    assert refusal(submitted).endswith(f"In its folder there is {words}.")


def test_of_many_the_first_few_are_listed_and_folders_without_end_are_not_looked_through(submitted: Path) -> None:
    lies(submitted, *(f"dora/{LAB_ASSIGNMENT}/{number:02}.ipynb" for number in range(20)))
    assert refusal(submitted).endswith("and 15 more.")
    lies(submitted, *(f"dora/{LAB_ASSIGNMENT}/many/{NAME}{number}.ipynb" for number in range(2500)))
    lies(submitted, f"dora/{LAB_ASSIGNMENT}/a/b/c/d/{NAME}.ipynb")
    assert "Perhaps" not in refusal(submitted)


def test_links_are_not_followed_and_other_assignments_are_left_alone(submitted: Path) -> None:
    lies(submitted, f"emmy/{LAB_ASSIGNMENT}/{NAME}.ipynb", f"dora/hw2/{NAME}.ipynb")
    (submitted / "dora" / LAB_ASSIGNMENT).mkdir()
    (submitted / "dora" / LAB_ASSIGNMENT / "x").symlink_to(submitted / "emmy" / LAB_ASSIGNMENT)
    (submitted / "dora" / LAB_ASSIGNMENT / f"{NAME} (1).ipynb").symlink_to("/etc/passwd")
    assert refusal(submitted) == "No notebook of this name was handed in."


def test_whatever_is_not_in_its_place_is_told_of_for_every_notebook(submitted: Path) -> None:
    folder, notebooks = submitted / "dora" / LAB_ASSIGNMENT, [NAME, "part2"]
    folder.mkdir(parents=True)
    assert not_in_place(folder, notebooks) == ["dora: No notebook was handed in under its name."]
    lies(submitted, f"dora/{LAB_ASSIGNMENT}/{NAME} (1).ipynb")
    none, first, second = not_in_place(folder, notebooks)
    assert none == "dora: No notebook was handed in under its name." and first.startswith("dora: Perhaps it is “")
    assert second == f"dora: In its folder there is “submitted/dora/{LAB_ASSIGNMENT}/{NAME} (1).ipynb”."
    lies(submitted, f"dora/{LAB_ASSIGNMENT}/part2.ipynb")
    assert not_in_place(folder, notebooks) == [first]
    done(submitted, first)
    assert not_in_place(folder, notebooks) == []


STRAYS = {
    f"{NAME}.ipynb": "in no student's folder",
    f"{LAB_ASSIGNMENT}/dora/{NAME}.ipynb": "the order is submitted/<student>/<assignment>/",
    f"dora/{NAME}.ipynb": "mkdir -p submitted/dora/weight_lab && mv -n",
    f"dora/upload/{LAB_ASSIGNMENT}/{NAME}.ipynb": "mkdir -p submitted/dora/weight_lab && mv -n",
    f"dora/Weight Lab/{NAME}.ipynb": "mv -n 'submitted/dora/Weight Lab' submitted/dora/weight_lab",
    "dora/essay.ipynb": "There is “submitted/dora/essay.ipynb”.",
    "dora/essay.txt": "There is no notebook in it.",
}


@pytest.mark.parametrize("place", STRAYS)
def test_what_is_nobodys_hand_in_is_listed_with_what_to_do(place: str, submitted: Path) -> None:
    lies(submitted, place, f"emmy/{LAB_ASSIGNMENT}/{NAME}.ipynb", f"ada/hw2/{NAME}.ipynb", ".git/x")
    (words,) = strays(submitted.parent, LAB_ASSIGNMENT, [NAME], ["hw2"])
    assert STRAYS[place] in words
    if ": m" in words:
        done(submitted, words)
        assert (submitted / "dora" / LAB_ASSIGNMENT / f"{NAME}.ipynb").exists()
        assert strays(submitted.parent, LAB_ASSIGNMENT, [NAME], ["hw2"]) == []


def test_where_there_is_no_class_nothing_strays(tmp_path: Path) -> None:
    assert strays(tmp_path, LAB_ASSIGNMENT, [NAME]) == []
