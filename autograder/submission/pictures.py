"""Pictures pasted into an answer: kept if they are what they say they are, and small; else left out, with a note.

Jupyter keeps a pasted picture in its cell's `attachments`: name -> {kind: base64}; the text shows it by its name.
"""

import base64
import binascii
import io
import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from PIL import Image

from autograder.submission.text import clean

KINDS = {"image/png": "PNG", "image/jpeg": "JPEG", "image/gif": "GIF"}  # no SVG: it is a page of its own
# A photograph of a sheet of paper has about 2 MB, a screenshot of a whole large screen 1 MB.
LONGEST = 3 * 2**20
# All pictures of a notebook together. They stand in the autograded notebook and on the feedback page, in base64.
ALL_TOGETHER = 6 * 2**20
# A camera's 12 megapixels and twice that; a reader's browser takes 4 bytes for each.
PIXELS = 25_000_000
NAME_CHARACTERS = 255  # of a file's name
PICTURES = 50  # of one cell


@dataclass(frozen=True)
class Pasted:
    """The attachments of one cell: those kept, and why others are not."""

    kept: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  # name -> {kind: base64}
    left_out: tuple[str, ...] = ()  # a sentence each

    @property
    def size(self) -> int:
        """Characters of base64."""
        return sum(len(data) for bundle in self.kept.values() for data in bundle.values())


def pasted(attachments: Any, room: int) -> Pasted:
    """What may be kept of a cell's attachments, whatever they are; `room`: characters of base64 that are left."""
    if not isinstance(attachments, dict):
        return Pasted()
    kept: dict[str, dict[str, str]] = {}
    left_out: list[str] = []
    for number, (name, bundle) in enumerate(attachments.items()):
        found, reason = _found(name, bundle) if number < PICTURES else ({}, f"a cell may hold {PICTURES}")
        size = sum(map(len, found.values()))
        if size > room:
            found, reason = {}, f"the notebook's pictures have more than {ALL_TOGETHER / 2**20:g} MB together"
        if found:
            kept[name] = found
            room -= size
        elif number <= PICTURES:  # the rest is said once
            left_out.append(f"The picture “{clean(name, 60)}” is left out: {reason}.")
    return Pasted(kept, tuple(left_out))


def _found(name: str, bundle: Any) -> tuple[dict[str, str], str]:
    """The one kind of the picture that is kept; or nothing, and why."""
    reason = "only PNG, JPEG and GIF are shown"
    if not isinstance(bundle, dict) or len(name) > NAME_CHARACTERS:
        return {}, reason
    for kind in (kind for kind in KINDS if kind in bundle):
        data, problem = _checked(kind, bundle[kind])
        if not problem:
            return {kind: data}, ""
        reason = problem
    return {}, reason


def _checked(kind: str, data: Any) -> tuple[str, str]:
    """The picture in base64 without line breaks; or why it is none that can be shown."""
    text = "".join(data) if isinstance(data, list) and all(isinstance(line, str) for line in data) else data
    if not isinstance(text, str):
        return "", "it is no text in base64"
    if len(text) > LONGEST * 4 // 3 + LONGEST // 32:  # base64, and its line breaks
        return "", f"it has more than {LONGEST / 2**20:g} MB"
    try:
        content = base64.b64decode("".join(text.split()), validate=True)
    except (binascii.Error, ValueError):
        return "", "it is no base64"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            # reads the head of the file only; nothing is unpacked
            with Image.open(io.BytesIO(content), formats=[KINDS[kind]]) as picture:
                width, height = picture.size
    except Image.DecompressionBombError:
        width, height = PIXELS, 2
    except Exception:  # whatever a library says of bytes that are no picture
        return "", f"it is no {KINDS[kind]}"
    if width * height > PIXELS:
        return "", f"it has more than {PIXELS / 1e6:g} million pixels"
    return base64.b64encode(content).decode("ascii"), ""
