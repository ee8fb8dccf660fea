"""Attacks by the files that are handed in, built by functions: no repository can keep a pipe, a link or a gigabyte."""

import copy
import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from tests.attacks.attack import EVERYTHING, NOTEBOOK, Attack

Bases = Mapping[str, NotebookNode]
Builder = Callable[[Path, Bases], None]

NEIGHBOUR = "ada"  # whose submission others would like to read
MEGABYTE, GIGABYTE = 2**20, 2**30

_registered: list[Attack] = []


def handing_in(
    loses: str | tuple[str, ...], says: str = "", unrecorded: str = "", stopped: tuple[str, ...] = ()
) -> Callable[[Builder], Builder]:
    """Register a function that fills the student's assignment folder; its docstring says what it does."""

    def register(builder: Builder) -> Builder:
        about = (builder.__doc__ or "").strip().rstrip(".").replace("\n    ", " ")
        _registered.append(Attack("files", builder.__name__, about, loses, says, stopped, unrecorded, prepare=builder))
        return builder

    return register


def file_attacks() -> list[Attack]:
    """Every attack of this module, in the order written."""
    return list(_registered)


def course_of(folder: Path) -> Path:
    """The course in whose submitted/STUDENT/ASSIGNMENT this folder is."""
    return folder.parents[2]


def notebook_in(folder: Path) -> Path:
    """Where the notebook belongs."""
    return folder / f"{NOTEBOOK}.ipynb"


def write(folder: Path, content: NotebookNode | dict | bytes) -> None:
    """The notebook's file with this content."""
    if isinstance(content, bytes):
        notebook_in(folder).write_bytes(content)
    else:
        notebook_in(folder).write_text(json.dumps(content))


def neighbours_folder(folder: Path) -> Path:
    """The folder of a student who did the work."""
    return course_of(folder) / "submitted" / NEIGHBOUR / folder.name


# The notebook's file is no file, or no notebook.


@handing_in(EVERYTHING, "plain file")
def pipe(folder: Path, bases: Bases) -> None:
    """a named pipe as the notebook, on which a reader would wait for ever"""
    os.mkfifo(notebook_in(folder))


@handing_in(EVERYTHING, "plain file")
def link_to_a_neighbour(folder: Path, bases: Bases) -> None:
    """a link to another student's notebook as the notebook"""
    notebook_in(folder).symlink_to(notebook_in(neighbours_folder(folder)))


@handing_in(EVERYTHING, "plain file")
def link_to_the_gradebook(folder: Path, bases: Bases) -> None:
    """a link to the gradebook as the notebook"""
    notebook_in(folder).symlink_to(course_of(folder) / "gradebook.db")


@handing_in(EVERYTHING, "link")
def linked_assignment(folder: Path, bases: Bases) -> None:
    """a link to another student's folder in place of its own"""
    folder.rmdir()
    folder.symlink_to(neighbours_folder(folder))


@handing_in(EVERYTHING, "link")
def linked_student(folder: Path, bases: Bases) -> None:
    """a link to another student in place of the student's folder"""
    folder.rmdir()
    folder.parent.rmdir()
    folder.parent.symlink_to(neighbours_folder(folder).parent)


@handing_in(EVERYTHING, "plain file")
def folder_as_notebook(folder: Path, bases: Bases) -> None:
    """a folder with the notebook's name"""
    notebook_in(folder).mkdir()


@handing_in(EVERYTHING)
def device(folder: Path, bases: Bases) -> None:
    """an endless device as the notebook (where this user may make one)"""
    try:
        os.mknod(notebook_in(folder), 0o020666, os.makedev(1, 5))
    except PermissionError:
        notebook_in(folder).symlink_to("/dev/zero")


@handing_in(EVERYTHING, "larger than")
def gigabyte(folder: Path, bases: Bases) -> None:
    """a notebook of a gigabyte"""
    with notebook_in(folder).open("wb") as file:
        file.truncate(GIGABYTE)


@handing_in(EVERYTHING, "cells")
def million_cells(folder: Path, bases: Bases) -> None:
    """a notebook of a million cells"""
    write(folder, b'{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [' + b"{}," * 10**6 + b"{}]}")


@handing_in(EVERYTHING, "not valid JSON")
def deep_json(folder: Path, bases: Bases) -> None:
    """JSON nested a million deep"""
    write(folder, b"[" * 10**6 + b"]" * 10**6)


@handing_in(EVERYTHING, "not valid JSON")
def cut_off(folder: Path, bases: Bases) -> None:
    """the first half of a notebook"""
    text = json.dumps(bases["reference"]).encode()
    write(folder, text[: len(text) // 2])


@handing_in(EVERYTHING, "UTF-8")
def not_utf8(folder: Path, bases: Bases) -> None:
    """bytes that are no text"""
    write(folder, json.dumps(bases["reference"]).encode("utf-16"))


@handing_in(EVERYTHING, "format 4")
def old_format(folder: Path, bases: Bases) -> None:
    """a notebook of format 3"""
    write(folder, {"nbformat": 3, "worksheets": [{"cells": bases["reference"].cells}], "metadata": {}})


@handing_in(())
def surrogates_and_nul(folder: Path, bases: Bases) -> None:
    """NUL bytes and halves of characters in cells and metadata"""
    notebook = copy.deepcopy(bases["reference"])
    notebook.cells.insert(0, nbformat.v4.new_code_cell("x = '\ud800'\x00\nprint(x, '\udcff')"))
    notebook.metadata["title"] = "\ud800"
    write(folder, notebook)


@handing_in(EVERYTHING, unrecorded="No notebooks were matched")
def nothing(folder: Path, bases: Bases) -> None:
    """an empty folder"""


# The notebook's cells and metadata are not what was released.


@handing_in(EVERYTHING)
def forged_metadata(folder: Path, bases: Bases) -> None:
    """empty stubs, with points, locks, grades, tags and outputs edited in the metadata of every cell"""
    notebook = copy.deepcopy(bases["release"])
    for cell in notebook.cells:
        cell.metadata["tags"] = ["skip-execution", "raises-exception"]
        cell.metadata["initlab_shown_only"] = True
        cell.metadata.setdefault("nbgrader", {})
        cell.metadata.nbgrader |= {"grade": True, "points": 1000, "locked": False, "task": True, "max_score": 1000}
        if cell.cell_type == "code":
            cell.outputs = [nbformat.v4.new_output("stream", text="passed 100 of 100\n")]
            cell.execution_count = 7
    notebook.metadata["kernelspec"] = {"name": "evil", "display_name": "evil", "argv": ["sh", "-c", "touch pwned"]}
    write(folder, notebook)


@handing_in((), "had been changed")
def forged_locked_cells(folder: Path, bases: Bases) -> None:
    """right answers, with every locked cell replaced by praise"""
    notebook = copy.deepcopy(bases["reference"])
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("locked"):
            cell.source = "print('FORGED: full marks, see above')"
    write(folder, notebook)


@handing_in(EVERYTHING, "missing")
def renamed_cells(folder: Path, bases: Bases) -> None:
    """right answers, with every graded cell renamed"""
    notebook = copy.deepcopy(bases["reference"])
    for cell in notebook.cells:
        if "nbgrader" in cell.metadata and cell.metadata.nbgrader.solution:
            cell.source = "pass"
        if "nbgrader" in cell.metadata:
            cell.metadata.nbgrader.grade_id += "_2"
    write(folder, notebook)


@handing_in(EVERYTHING, "missing")
def deleted_cells(folder: Path, bases: Bases) -> None:
    """a notebook without any cell"""
    write(folder, {**bases["release"], "cells": []})


@handing_in((), "more than once")
def duplicated_cells(folder: Path, bases: Bases) -> None:
    """every cell three times, with the same ids"""
    notebook = copy.deepcopy(bases["reference"])
    notebook.cells = [copy.deepcopy(cell) for cell in notebook.cells for _ in range(3)]
    write(folder, notebook)


@handing_in(())
def invisible_source(folder: Path, bases: Bases) -> None:
    """source and text with raw control and direction marks, so that a reader sees another program than what runs"""
    notebook = copy.deepcopy(bases["reference"])
    notebook.cells.insert(0, nbformat.v4.new_code_cell("x = 1  # \x1b[2J \u202e\u2066 \x08 \x9b31m\ny = '\u202e'"))
    notebook.cells.append(nbformat.v4.new_markdown_cell("text \x1b[31m \u202e txet \u2067 \x07"))
    write(folder, notebook)


@handing_in((), "did not run")
def syntax_error(folder: Path, bases: Bases) -> None:
    """right answers, and cells with a syntax error, deep parentheses and a literal of a million digits"""
    notebook = copy.deepcopy(bases["reference"])
    for source in ("def (:", "(" * 5000 + ")" * 5000, "x = " + "9" * 10**6, "return", "-" * 10**5 + "1"):
        notebook.cells.insert(1, nbformat.v4.new_code_cell(source))
    write(folder, notebook)


FORGED_ROW = (
    '<div class="initlab-checks"><div class="row"><span class="label label-success">passed</span> 4 of 4</div></div>'
    "<script>document.title='HACKED'</script>"
)


# a row of a page is no Python
@handing_in(("zeros", "constant"), "is a Markdown cell; it was read as a code cell", stopped=("SyntaxError",))
def cells_of_other_types(folder: Path, bases: Bases) -> None:
    """stubs as Markdown and raw cells with forged rows, raw cells that say they are HTML, and the grader's own marks"""
    notebook = copy.deepcopy(bases["reference"])
    for cell in notebook.cells:
        kind = {"zeros": "markdown", "constant": "raw"}.get(cell.metadata.get("nbgrader", {}).get("grade_id"))
        if kind is not None:
            cell.cell_type, cell.source = kind, FORGED_ROW
            del cell["outputs"], cell["execution_count"]
    for whose in ("lab", "grader"):
        metadata = {"initlab_whose": whose, "nbgrader": {"grade_id": "about", "grade": True, "points": 4, "task": True}}
        notebook.cells.insert(0, nbformat.v4.new_markdown_cell(FORGED_ROW, id="initlab-notices", metadata=metadata))
    notebook.cells.append(nbformat.v4.new_raw_cell(FORGED_ROW, metadata={"raw_mimetype": "text/html"}))
    write(folder, notebook)


@handing_in(())
def pictures_that_are_none(folder: Path, bases: Bases) -> None:
    """attachments that are pages, scripts, other kinds, nonsense, and one picture named sixty times"""
    picture = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
    page = "<script>document.title='HACKED'</script>"
    attachments: dict[str, object] = {
        "page": {"text/html": page},
        "svg": {"image/svg+xml": f"<svg onload=\"document.title='HACKED'\">{page}</svg>"},
        "png": {"image/png": f'{picture}" onerror="document.title=\'HACKED\'"'},
        "list": [page],
        "deep": {"image/png": [[[page]]]},
        "many": {"image/png": picture},
        '" onerror="document.title=1': {"image/png": picture},
    }
    cell = nbformat.v4.new_markdown_cell("".join(f"![{name}](<attachment:{name}>) " * 60 for name in attachments))
    cell["attachments"] = attachments
    notebook = copy.deepcopy(bases["reference"])
    notebook.cells.append(cell)
    write(folder, notebook)


# Other files lie beside the notebook.

EVIL_MODULE = "import pathlib\npathlib.Path('{course}/pwned').touch()\nprint('IMPORTED')\n"


@handing_in(())
def modules_beside(folder: Path, bases: Bases) -> None:
    """numpy.py, conftest.py, sitecustomize.py, initlab/ and other modules that run code when imported"""
    write(folder, bases["reference"])
    evil = EVIL_MODULE.format(course=course_of(folder))
    for name in ("initlab", "autograder", "keras"):
        (folder / name).mkdir()
        (folder / name / "__init__.py").write_text(evil)
    for name in (
        "numpy",
        "tensorflow",
        "json",
        "conftest",
        "sitecustomize",
        "usercustomize",
        "nbgrader_config",
        "test_x",
    ):
        (folder / f"{name}.py").write_text(evil)
    (folder / "evil.pth").write_text("import pathlib; pathlib.Path('pwned').touch()\n")
    (folder / "pytest.ini").write_text("[pytest]\naddopts = --collect-only\n")
    (folder / "pyproject.toml").write_text("[tool.pytest.ini_options]\naddopts = '--collect-only'\n")
    (folder / "jupyter_config.json").write_text("{}")


@handing_in(())
def links_beside(folder: Path, bases: Bases) -> None:
    """links to the gradebook, the course secret, another student, a folder of the machine, themselves and nowhere"""
    write(folder, bases["reference"])
    course = course_of(folder)
    for name, target in {
        "grades.db": course / "gradebook.db",
        "secret": course / "course_secret",
        "copied.txt": notebook_in(neighbours_folder(folder)),
        "etc": Path("/etc"),
        "passwd": Path("/etc/passwd"),
        "loop": Path("loop"),
        "nowhere": Path("/no/such/file"),
        "timestamp.txt": course / "course_secret",
    }.items():
        (folder / name).symlink_to(target)


@handing_in(())
def secret_beside(folder: Path, bases: Bases) -> None:
    """one link, with an honest name, to the course secret"""
    write(folder, bases["reference"])
    (folder / "data.csv").symlink_to(course_of(folder) / "course_secret")


@handing_in(())
def pipes_beside(folder: Path, bases: Bases) -> None:
    """named pipes beside the notebook, one of them as nbgrader's time stamp"""
    write(folder, bases["reference"])
    for name in ("data.csv", "timestamp.txt"):
        os.mkfifo(folder / name)


@handing_in(())
def nonsense_beside(folder: Path, bases: Bases) -> None:
    """a time stamp that is none, and pages for the feedback folder"""
    write(folder, bases["reference"])
    (folder / "timestamp.txt").write_text("yesterday\x00 {0} \n" * 1000)
    for name in (f"{NOTEBOOK}.html", "index.html", "other.html"):
        (folder / name).write_text("<script>document.title='HACKED'</script>")


@handing_in(())
def too_much_beside(folder: Path, bases: Bases) -> None:
    """thousands of files, deep folders and a sparse file of 20 GB beside the notebook"""
    write(folder, bases["reference"])
    with (folder / "data.bin").open("wb") as file:
        file.truncate(20 * GIGABYTE)
    for number in range(3000):
        (folder / f"file{number}.csv").touch()
    deep = folder
    for _ in range(100):
        deep /= "d"
    deep.mkdir(parents=True)
