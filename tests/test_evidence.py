"""Evidence: what is read from a child's frames, and text made safe to show."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.evidence.answers import CellOutcome, Missing, Raised, Returned, Stopped, read_frames
from autograder.sandbox.codec import encode
from autograder.sandbox.frames import Begun
from autograder.submission.text import clean


def returned(value):
    return {"value": value, "changed": [], "global_random": False}


def test_frames_become_evidence():
    progress = read_frames(
        [
            encode({"begin": ["cell", 0]}),
            encode({"cell": 0, "output": "hello\n"}),
            encode({"cell": 2, "output": "", "error": {"kind": "NameError", "message": "x", "line": "x + 1"}}),
            encode({"begin": ["probe", "f"]}),
            encode({"probe": "f", "step": "a", "answer": returned(np.arange(3))}),
            encode({"probe": "f", "step": "b", "answer": {"missing": "f"}}),
            encode({"probe": "f", "step": "c", "answer": {"stopped": "the call before it (b) gave no value"}}),
            encode({"end": True}),
        ]
    )
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
    assert read_frames([encode({"begin": ["probe", "f"]})]).begun == Begun("probe", "f")
    assert read_frames([encode({"begin": ["cell", 7]})]).begun == Begun("cell", 7)


@pytest.mark.parametrize(
    "forged",
    [
        b"",
        b"ALL TESTS PASSED",
        encode("a text"),
        encode({"score": 100}),
        encode({"probe": "f", "step": "a", "answer": {"points": 2}}),
        encode({"probe": "f", "step": "a", "answer": {"error": "no"}}),
        encode({"cell": "zero", "output": ""}),
    ],
)
def test_a_forged_frame_ends_the_reading(forged):
    later = encode({"probe": "f", "step": "b", "answer": returned(1)})
    progress = read_frames([forged, later])
    assert progress.malformed and not progress.evidence.answers and not progress.complete


def test_the_first_answer_counts():
    first, second = (encode({"probe": "f", "step": "a", "answer": returned(v)}) for v in (1, 2))
    assert read_frames([first, second]).evidence.answer("f", "a") == Returned(1)


def test_nothing_after_the_end_counts():
    late = encode({"probe": "f", "step": "a", "answer": returned(1)})
    assert read_frames([encode({"end": True}), late]).evidence.answers == {}


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
