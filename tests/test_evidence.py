"""Evidence: what is read from a child's frames, and text made safe to show."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.evidence import store
from autograder.evidence.answers import (
    LEFT_OUT,
    Asked,
    CellOutcome,
    Evidence,
    Missing,
    Raised,
    Returned,
    Stopped,
    read_frames,
)  # fmt: skip
from autograder.sandbox import frames
from autograder.sandbox.codec import encode
from autograder.sandbox.frames import Answered, Begun, CellRan, Ended
from autograder.submission.text import clean

ASKED = Asked(frozenset({0, 2, 7}), frozenset(("f", step) for step in "abc"))


def returned(value, step="a", function="f"):
    return frames.encode(Answered(function, step, Returned(value)))


def test_frames_become_evidence():
    sent = [
        Begun("cell", 0),
        CellRan(0, CellOutcome("hello\n")),
        CellRan(2, CellOutcome("", Raised("NameError", "x", "x + 1"))),
        Begun("probe", "f"),
        Answered("f", "a", Returned(np.arange(3))),
        Answered("f", "b", Missing("f")),
        Answered("f", "c", Stopped("the call before it (b) gave no value")),
        Ended(),
    ]
    progress = read_frames(map(frames.encode, sent), ASKED)
    assert progress.complete and progress.begun is None and progress.malformed is None
    assert progress.evidence.cells == {
        0: CellOutcome("hello\n"),
        2: CellOutcome("", Raised("NameError", "x", "x + 1")),
    }
    answers = progress.evidence.answers["f"]
    assert isinstance(answers["a"], Returned) and np.array_equal(answers["a"].value, np.arange(3))
    assert answers["b"] == Missing("f")
    assert answers["c"] == Stopped("the call before it (b) gave no value")
    assert progress.evidence.answer("f", "nowhere") == Stopped("it was not reached")


def test_what_was_under_way_when_the_frames_end_is_known():
    for begun in (Begun("probe", "f"), Begun("cell", 7)):
        assert read_frames([frames.encode(begun)], ASKED).begun == begun


@pytest.mark.parametrize(
    "forged",
    [
        b"",
        b"ALL TESTS PASSED",
        encode("a text"),
        encode({"score": 100}, label=["score"]),
        encode({"points": 2}, label=["probe", "f", "a"]),
        encode({"error": "no"}, label=["probe", "f", "a"]),
        encode({"output": ""}, label=["cell", "zero"]),
        encode({"output": 3, "error": None}, label=["cell", 0]),
        encode(None, label=["begin", "exam", 1]),
    ],
)
def test_a_forged_frame_ends_the_reading(forged):
    progress = read_frames([forged, returned(1, "b")], ASKED)
    assert progress.malformed and not progress.evidence.answers and not progress.complete


def test_the_first_answer_counts():
    assert read_frames([returned(1), returned(2)], ASKED).evidence.answer("f", "a") == Returned(1)


def test_nothing_after_the_end_counts():
    assert read_frames([frames.encode(Ended()), returned(1)], ASKED).evidence.answers == {}


@pytest.mark.parametrize(
    "unasked",
    [
        returned(np.ones(10), "z"),
        returned(np.ones(10), "a", "g"),
        frames.encode(CellRan(99, CellOutcome("hello"))),
        frames.encode(CellRan(-1, CellOutcome("hello"))),
    ],
)
def test_of_what_nobody_asked_for_nothing_is_read(unasked, monkeypatch):
    monkeypatch.setattr("autograder.sandbox.codec.load", lambda data: pytest.fail("its arrays were read"))
    progress = read_frames([unasked], ASKED)
    assert progress.evidence == Evidence({}, {}) and progress.kept == () and progress.malformed is None


def test_what_was_read_is_kept_as_it_came(tmp_path):
    sent = [returned(np.arange(5.0)), frames.encode(CellRan(0, CellOutcome("x"))), frames.encode(Ended())]
    progress = read_frames([*sent[:2], returned(1, "z"), sent[2]], ASKED)
    assert progress.kept == tuple(sent[:2])
    store.save(tmp_path, "part1", "key", (*progress.kept, sent[2]))
    again = store.load(tmp_path, "part1", "key", ASKED)
    assert repr(again) == repr(progress.evidence)
    assert store.load(tmp_path, "part1", "another key", ASKED) is None


def test_a_record_of_another_format_is_no_record(tmp_path):
    (tmp_path / "part1.evidence").write_bytes(b"\0\0\0\x03key")
    assert store.load(tmp_path, "part1", "key", ASKED) is None


def test_cells_that_print_more_than_anybody_reads_are_cut_short():
    cells = range(1000)
    page = "x" * 20_000
    sent = [frames.encode(CellRan(index, CellOutcome(page))) for index in cells]
    outcomes = read_frames(sent, Asked(frozenset(cells), frozenset())).evidence.cells
    assert outcomes[0].output == page and outcomes[999].output == LEFT_OUT
    assert sum(len(outcome.output) for outcome in outcomes.values()) < 2.1 * 10**6


@pytest.mark.parametrize(
    ("made", "shown"),
    [
        ("plain\ttext\n", "plain\ttext\n"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("a\x00b\x07c", "a\ufffdb\ufffdc"),
        ("user\u202etxt.exe", "user\ufffdtxt.exe"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("zero\u200bwidth", "zero\ufffdwidth"),
    ],
)
def test_text_is_cleaned(made, shown):
    assert clean(made) == shown


@given(st.text(max_size=300), st.integers(1, 100))
def test_cleaning_twice_changes_nothing_and_length_is_bounded(text, longest):
    once = clean(text, longest)
    assert clean(once, longest) == once
    assert len(once) <= longest + 2
