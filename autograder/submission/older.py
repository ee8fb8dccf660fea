"""Which cells of a hand-in are of an older release: nbgrader writes a checksum into every cell that it releases.

A student can write another one there, and gets other words for it, no other grade: what is locked is put back.
"""

from collections.abc import Mapping
from typing import Any

from nbformat import NotebookNode

FLAGS = ("grade", "solution", "locked", "task")
MOST_POINTS = 1e6  # more is no number of points, and JSON's longest integers are no floats
NAMED = 10  # cells in one sentence


def stamp_of(nbgrader: Mapping[str, Any]) -> dict[str, Any]:
    """What nbgrader's checksum is made of, and the checksum, from a cell's metadata, whatever they hold."""
    stamp: dict[str, Any] = {flag: nbgrader[flag] for flag in FLAGS if isinstance(nbgrader.get(flag), bool)}
    points, checksum = nbgrader.get("points"), nbgrader.get("checksum")
    if isinstance(points, int | float) and abs(points) < MOST_POINTS:
        stamp["points"] = float(points)
    if isinstance(checksum, str) and len(checksum) <= 64:
        stamp["checksum"] = checksum
    return stamp


def is_of_another_release(given: NotebookNode, released: NotebookNode) -> bool:
    """Whether the cell handed in began as another one than the cell released today."""
    theirs, ours = (cell.metadata.nbgrader.get("checksum") for cell in (given, released))
    return theirs is not None and ours is not None and theirs != ours


def is_as_released(given: NotebookNode) -> bool:
    """Whether the cell is still as it was when it got its checksum."""
    from nbgrader.utils import compute_checksum  # takes a second to import, and few hand-ins need it

    nbgrader = given.metadata.nbgrader
    if nbgrader.get("grade") and "points" not in nbgrader:  # then it was never released so
        return False
    return compute_checksum(given) == nbgrader.get("checksum")


def older_notice(grade_ids: list[str]) -> str:
    """What to say of a hand-in with these cells of an older release."""
    named = ", ".join(f"“{grade_id}”" for grade_id in grade_ids[:NAMED])
    more = f" and {len(grade_ids) - NAMED} more" if len(grade_ids) > NAMED else ""
    return f"This hand-in was begun in an older release; it was graded with today's text of {named}{more}."
