"""Reading submissions: whatever lies on disk becomes cells to run or a refusal in words, never an exception."""

import json
import os

import nbformat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.sandbox.limits import Limits
from autograder.submission.reading import SKIP, read, restore

LIMITS = Limits(notebook_bytes=200_000, notebook_cells=50)


def nbgrader(grade_id, **flags):
    return {
        "grade_id": grade_id,
        "grade": False,
        "solution": False,
        "locked": True,
        "schema_version": 3,
    } | flags


def code(source, grade_id=None, **flags):
    metadata = {"nbgrader": nbgrader(grade_id, **flags)} if grade_id else {}
    return nbformat.from_dict(nbformat.v4.new_code_cell(source, metadata=metadata))


@pytest.fixture
def release():
    shown = code("selfcheck.f(f)", "test_f", grade=True, points=2)
    shown.metadata[SKIP] = True
    return nbformat.v4.new_notebook(
        cells=[
            code("import numpy as np", "setup"),
            code("raise NotImplementedError", "f", solution=True, locked=False),
            shown,
            code("raise NotImplementedError", "g", solution=True, locked=False),
        ]
    )


def sources(submission):
    return [cell.source for cell in submission.notebook.cells]


def handed_in(release, cells):
    return restore(nbformat.v4.new_notebook(cells=cells), release)


def test_an_honest_hand_in_keeps_its_answers(release):
    cells = [
        release.cells[0],
        code("f = 1", "f", solution=True, locked=False),
        *release.cells[2:3],
        code("g = 2", "g"),
        code("own = 3"),
    ]
    submission = handed_in(release, cells)
    assert sources(submission) == ["import numpy as np", "f = 1", "selfcheck.f(f)", "g = 2", "own = 3"]
    assert submission.notices == ()
    assert list(submission.cells.values()) == ["import numpy as np", "f = 1", "g = 2", "own = 3"]


def test_a_changed_locked_cell_is_put_back_and_said(release):
    submission = handed_in(release, [code("import evil", "setup"), *release.cells[1:]])
    assert sources(submission)[0] == "import numpy as np"
    assert "“setup” had been changed" in submission.notices[0]


def test_missing_cells_come_back_in_their_place(release):
    submission = handed_in(release, [release.cells[0], code("g = 2", "g")])
    assert sources(submission) == [
        "import numpy as np",
        "raise NotImplementedError",
        "selfcheck.f(f)",
        "g = 2",
    ]
    assert [notice.split("”")[0] for notice in submission.notices] == [
        "The cell “f",
        "The cell “test_f",
    ]


def test_of_duplicated_cells_the_first_counts_and_all_run(release):
    cells = [release.cells[0], code("f = 1", "f"), code("f = 2", "f"), *release.cells[2:]]
    submission = handed_in(release, cells)
    ids = [cell.metadata.get("nbgrader", {}).get("grade_id") for cell in submission.notebook.cells]
    assert ids == ["setup", "f", None, "test_f", "g"]
    assert "f = 2" in submission.cells.values()
    assert "more than once" in submission.notices[0]


def test_metadata_is_the_releases_own(release):
    cheat = code("f = 1", "f", grade=True, points=100, locked=False)
    cheat.metadata["tags"] = ["skip-execution"]
    cheat.metadata[SKIP] = True
    submission = handed_in(release, [release.cells[0], cheat, *release.cells[2:], code("g", "no_such_cell")])
    assert submission.notebook.cells[1].metadata == release.cells[1].metadata
    assert submission.notebook.cells[-1].metadata == {}


def test_outputs_do_not_come_along(release):
    filled = code("f = 1", "f")
    filled.outputs = [nbformat.v4.new_output("stream", text="score: 100")]
    submission = handed_in(release, [release.cells[0], filled, *release.cells[2:]])
    assert all(not cell.get("outputs") for cell in submission.notebook.cells)


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "</pre><svg onload=x>",
        "<!-- x -->",
        "a <b> c",
    ],
)
def test_html_in_a_students_markdown_is_text(release, text):
    cells = [*release.cells, nbformat.from_dict(nbformat.v4.new_markdown_cell(text))]
    assert "<" not in sources(handed_in(release, cells))[-1]


def test_markdown_without_html_stays_as_it_was(release):
    text = "> quoted, $a < b$ and `x <- 1`"
    cells = [*release.cells, nbformat.from_dict(nbformat.v4.new_markdown_cell(text))]
    assert sources(handed_in(release, cells))[-1] == text


def write(path, content):
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return path


CELL = {"cell_type": "code", "source": "f = 1", "metadata": {}, "outputs": [], "execution_count": None}
NOTEBOOK = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [CELL]}

BAD = {
    "empty file": b"",
    "truncated JSON": json.dumps(NOTEBOOK).encode()[:-10],
    "not UTF-8": b'{"cells": "\xff\xfe"}',
    "NUL bytes": b"\x00" * 100,
    "a list": [],
    "cells not a list": NOTEBOOK | {"cells": {"a": 1}},
    "nbformat 2": NOTEBOOK | {"nbformat": 2},
    "nbformat 3": NOTEBOOK | {"nbformat": 3},
    "nbformat 999": NOTEBOOK | {"nbformat": 999},
    "too many cells": NOTEBOOK | {"cells": [CELL] * 51},
    "too large": NOTEBOOK | {"metadata": {"x": "y" * 300_000}},
    "deep JSON": b"[" * 100_000 + b"]" * 100_000,
    "a number of a million digits": b'{"nbformat": ' + b"9" * 100_000 + b"}",
}


@pytest.mark.parametrize("content", BAD.values(), ids=BAD)
def test_what_cannot_be_read_is_refused_in_words_and_replaced_by_the_release(tmp_path, release, content):
    submission = read(write(tmp_path / "n.ipynb", content), release, LIMITS)
    assert submission.refused and submission.refused.endswith(".")
    assert sources(submission)[1:] == [cell.source for cell in release.cells]
    assert "could not be read" in submission.notices[0]


ODD = {
    "a cell that is text": NOTEBOOK | {"cells": ["x", CELL]},
    "a cell without source": NOTEBOOK | {"cells": [{"cell_type": "code"}, CELL]},
    "source of numbers": NOTEBOOK | {"cells": [CELL | {"source": [1, 2]}, CELL]},
    "raw cell": NOTEBOOK | {"cells": [CELL | {"cell_type": "raw"}, CELL]},
    "metadata a list": NOTEBOOK | {"cells": [CELL | {"metadata": [1]}]},
    "grade_id a list": NOTEBOOK | {"cells": [CELL | {"metadata": {"nbgrader": {"grade_id": []}}}]},
    "source in lines": NOTEBOOK | {"cells": [CELL | {"source": ["f =", " 1"]}]},
    "evil kernelspec": NOTEBOOK | {"metadata": {"kernelspec": {"name": "evil", "argv": ["sh"]}}, "cells": [CELL]},
    "duplicate ids": NOTEBOOK | {"cells": [CELL | {"id": "a"}, CELL | {"id": "a"}]},
    "lone surrogate": b'{"nbformat": 4, "cells": [{"cell_type": "code", "source": "f = 1"}], "x": "\\ud800"}',
}


@pytest.mark.parametrize("content", ODD.values(), ids=ODD)
def test_odd_cells_are_passed_over_and_the_rest_is_graded(tmp_path, release, content):
    submission = read(write(tmp_path / "n.ipynb", content), release, LIMITS)
    assert submission.refused is None
    assert "f = 1" in submission.cells.values()
    nbformat.validate(submission.notebook)


def test_only_plain_files_are_read(tmp_path, release):
    real = write(tmp_path / "real.ipynb", NOTEBOOK)
    (tmp_path / "link.ipynb").symlink_to(real)
    os.mkfifo(tmp_path / "fifo.ipynb")
    (tmp_path / "folder.ipynb").mkdir()
    for name in ("link.ipynb", "fifo.ipynb", "folder.ipynb", "nothing.ipynb"):
        assert read(tmp_path / name, release, LIMITS).refused, name


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=10,
)
CELLS = st.lists(
    st.fixed_dictionaries(
        {"cell_type": st.sampled_from(["code", "markdown", "raw", 3])},
        optional={
            "source": JSON | st.text() | st.lists(st.text()),
            "metadata": JSON
            | st.fixed_dictionaries(
                {"nbgrader": st.fixed_dictionaries({"grade_id": st.sampled_from(["f", "g", "test_f", 7])})}
            ),
        },
    )
    | JSON,
    max_size=6,
)


@given(cells=CELLS)
@settings(max_examples=200, deadline=None)
def test_any_cells_give_a_valid_notebook_with_every_released_cell_once(tmp_path_factory, cells):
    released = nbformat.v4.new_notebook(
        cells=[code("a", "f", solution=True, locked=False), code("b", "test_f"), code("c", "g")]
    )
    path = write(tmp_path_factory.mktemp("n") / "n.ipynb", NOTEBOOK | {"cells": cells})
    submission = read(path, released, LIMITS)
    nbformat.validate(submission.notebook)
    ids = [cell.metadata.nbgrader.grade_id for cell in submission.notebook.cells if "nbgrader" in cell.metadata]
    assert sorted(ids) == ["f", "g", "test_f"]
    assert all("\x00" not in source for source in submission.cells.values())


@given(data=st.binary(max_size=300))
def test_any_bytes_give_a_submission(tmp_path_factory, data):
    released = nbformat.v4.new_notebook(cells=[code("a", "f")])
    submission = read(write(tmp_path_factory.mktemp("n") / "n.ipynb", data), released, LIMITS)
    assert [cell.metadata.nbgrader.grade_id for cell in submission.notebook.cells if "nbgrader" in cell.metadata] == [
        "f"
    ]
