"""The table of survivors: of every mutant that keeps full points, why it may."""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("survivors.toml")
FILE_OF_PAIRS = FILE.with_stem("survivors_of_two_changes")
KINDS = ("equivalent", "same", "open", "chance")


@dataclass(frozen=True)
class Row:
    """One survivor."""

    mutant: str  # name and change, as `Mutant.row` has them
    # "equivalent", with a reason; "same" on generated inputs; "open", with what the text says; "chance" where it keeps
    # its points or loses them by what is drawn
    kind: str
    reason: str

    @property
    def name(self) -> str:
        """The mutant's name."""
        return self.mutant.split("  ", 1)[0]


@cache
def survivors(pairs: bool = False) -> dict[str, Row]:
    """Name -> row, of the mutants with one change or of those with two."""
    groups = tomllib.loads((FILE_OF_PAIRS if pairs else FILE).read_text(encoding="utf-8"))
    rows = [Row(m, kind, each["reason"]) for kind in KINDS for each in groups.get(kind, ()) for m in each["mutants"]]
    return {row.name: row for row in rows}


def doubled() -> Iterator[str]:
    """Mutants that stand in the table more than once."""
    groups = tomllib.loads(FILE.read_text(encoding="utf-8"))
    seen: set[str] = set()
    for mutant in (m for kind in KINDS for each in groups.get(kind, ()) for m in each["mutants"]):
        if mutant in seen:
            yield mutant
        seen.add(mutant)


def stale(mutants: Iterable[str]) -> Iterator[str]:
    """Rows whose mutant is not among these (name and change), because a solution or an operator has changed."""
    known = set(mutants)
    yield from (row.mutant for row in survivors().values() if row.mutant not in known)
