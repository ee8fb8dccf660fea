"""The framing of answers: what is written comes back, and no stream of bytes gets past the caps."""

import itertools
import os
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.sandbox import pipe

payloads = st.lists(st.binary(min_size=1, max_size=300), max_size=8)


def pieces(stream: bytes, cuts: list[int]) -> list[bytes]:
    edges = [0, *sorted(min(cut, len(stream)) for cut in cuts), len(stream)]
    return [stream[a:b] for a, b in itertools.pairwise(edges)]


def framed(payload: bytes) -> bytes:
    return struct.pack(">I", len(payload)) + payload


@given(payloads, st.lists(st.integers(0, 2500), max_size=20))
def test_frames_come_back_in_order_however_the_stream_is_cut(sent: list[bytes], cuts: list[int]) -> None:
    reader = pipe.FrameReader(frames=8, answer_bytes=8 * 300)
    for piece in pieces(b"".join(map(framed, sent)), cuts):
        reader.feed(piece)
    assert reader.frames == sent
    assert not reader.partial


@given(st.binary(min_size=1, max_size=4000), st.lists(st.integers(0, 4000), max_size=10))
def test_any_bytes_at_all_stay_within_the_caps(stream: bytes, cuts: list[int]) -> None:
    reader = pipe.FrameReader(frames=5, answer_bytes=500)
    try:
        for piece in pieces(stream, cuts):
            reader.feed(piece)
    except (pipe.MalformedFrame, pipe.AnswerTooLarge):
        reader.feed(b"\0\0\0\1x")  # what comes after a broken frame is not looked at
    assert len(reader.frames) <= 5
    assert sum(map(len, reader.frames)) <= 500
    assert stream.startswith(b"".join(map(framed, reader.frames)))


@given(payloads.filter(bool), st.integers(1, 200))
def test_a_stream_that_stops_within_a_frame_is_noticed_and_keeps_the_frames_before(
    sent: list[bytes], missing: int
) -> None:
    stream = b"".join(map(framed, sent))
    last = len(framed(sent[-1]))
    reader = pipe.FrameReader(frames=8, answer_bytes=8 * 300)
    reader.feed(stream[: len(stream) - min(missing, last - 1)])
    assert reader.partial
    assert reader.frames == sent[:-1]


@pytest.mark.parametrize(
    ("stream", "error"),
    [
        (b"\0\0\0\0", pipe.MalformedFrame),
        (b"\xff\xff\xff\xff", pipe.AnswerTooLarge),
        (framed(b"x" * 101), pipe.AnswerTooLarge),
        (framed(b"x" * 60) + framed(b"y" * 41), pipe.AnswerTooLarge),
        (framed(b"x") * 4, pipe.AnswerTooLarge),
    ],
    ids=["empty frame", "four gigabytes", "over the cap", "over the cap together", "too many"],
)
def test_forged_streams_are_refused_by_their_lengths_alone(stream: bytes, error: type[Exception]) -> None:
    reader = pipe.FrameReader(frames=3, answer_bytes=100)
    with pytest.raises(error):
        reader.feed(stream)


@given(st.binary(min_size=1, max_size=5000))
def test_write_puts_one_frame_on_the_pipe(payload: bytes) -> None:
    read, write = os.pipe()
    with open(read, "rb") as reading:
        pipe.write(write, payload)
        os.close(write)
        assert reading.read() == framed(payload)


def test_an_empty_frame_cannot_be_written() -> None:
    with pytest.raises(ValueError, match="1 to"):
        pipe.write(1, b"")
