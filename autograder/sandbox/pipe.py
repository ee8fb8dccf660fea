"""The framing of an answer on its pipe: each frame is a 4-byte big-endian length, then that many bytes.

The child writes frames as it goes; the trusted side feeds what arrives to a `FrameReader`, which checks every
length against its caps before it keeps a byte, and never looks into a payload.
"""

import os
import struct

_LENGTH = struct.Struct(">I")


class MalformedFrame(Exception):
    """The bytes are not frames."""


class AnswerTooLarge(Exception):
    """The frames go beyond the cap on their number or on their bytes."""


def write(descriptor: int, payload: bytes) -> None:
    """Write one frame. Raises ValueError when it is empty or beyond 4 GiB, OSError without a reader."""
    if not 0 < len(payload) < 2**32:
        raise ValueError(f"a frame holds 1 to 2**32 - 1 bytes, not {len(payload)}")
    rest = memoryview(_LENGTH.pack(len(payload)) + payload)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


class FrameReader:
    """Collects the frames in a stream of bytes that arrives in pieces.

    `feed` raises MalformedFrame or AnswerTooLarge; the frames complete until then stay in `frames`, and
    nothing fed afterwards is kept.
    """

    def __init__(self, frames: int, answer_bytes: int) -> None:
        self.frames: list[bytes] = []
        self._frames_left = frames
        self._bytes_left = answer_bytes
        self._buffer = bytearray()
        self._expected: int | None = None  # length of the frame under way
        self._broken = False

    @property
    def partial(self) -> bool:
        """Whether the stream so far stops in the middle of a frame."""
        return self._expected is not None or bool(self._buffer)

    def feed(self, data: bytes) -> None:
        """Take the next piece of the stream."""
        if self._broken:
            return
        self._buffer += data
        try:
            self._cut()
        except (MalformedFrame, AnswerTooLarge):
            self._broken = True
            self._buffer.clear()
            raise

    def _cut(self) -> None:
        start = 0
        while True:
            if self._expected is None:
                if len(self._buffer) - start < _LENGTH.size:
                    break
                (self._expected,) = _LENGTH.unpack_from(self._buffer, start)
                start += _LENGTH.size
                self._admit(self._expected)
            if len(self._buffer) - start < self._expected:
                break
            self.frames.append(bytes(self._buffer[start : start + self._expected]))
            start += self._expected
            self._expected = None
        del self._buffer[:start]

    def _admit(self, length: int) -> None:
        if length == 0:
            raise MalformedFrame("a frame of length zero")
        if self._frames_left == 0:
            raise AnswerTooLarge("more frames than allowed")
        if length > self._bytes_left:
            raise AnswerTooLarge(f"a frame of {length:,} bytes where {self._bytes_left:,} are left")
        self._frames_left -= 1
        self._bytes_left -= length
