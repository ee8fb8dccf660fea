"""Which mistake is it: the one vocabulary in which all graders say so.

    expect(found, 2 * number, f"For {number} it gives {found}.", (
        Mistake("squared", "That is its square.", number**2),
        Mistake("unchanged", "That is the number itself.", number),
    ), otherwise="wrong double")

A mistake has a key, which stands in the lab's catalogue, words for the student, and the value that it gives. The one
whose value was found is named; if it is none of them, `otherwise` is the key.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from autograder.verdict.grader import Wrong
from autograder.verdict.values import agree


@dataclass(frozen=True)
class Misconception:
    """An entry of a lab's catalogue: what a mistake is, whoever makes it."""

    key: str  # also its short name in reports
    tells: str  # what the code does and why that is wrong
    look: str = ""  # where to look; never the finished line

    @property
    def text(self) -> str:
        """What to tell a student."""
        return f"{self.tells} {self.look}".strip()


@dataclass(frozen=True)
class Mistake:
    """A known mistake in one place: its key in the catalogue, what to say of it here, and the value it gives."""

    key: str
    words: str
    value: Any


def explains(found: Any, mistakes: Iterable[Mistake], relative: float = 1e-6, absolute: float = 1e-9) -> Mistake | None:
    """The first mistake whose value is the one found; None if it is none of them."""
    return next((m for m in mistakes if agree(found, m.value, relative, absolute)), None)


@dataclass(frozen=True)
class Compared:
    """One of several places of a check: what was found, beside what was expected and what known mistakes give."""

    found: Any
    expected: Any
    about: str
    mistakes: Callable[[], Iterable[Mistake]] = tuple  # worked out only where something is wrong
    hint: str = ""  # where no mistake is named

    @cached_property
    def known(self) -> tuple[Mistake, ...]:
        """What the known mistakes give here."""
        return tuple(self.mistakes())

    def gives(self, key: str, relative: float, absolute: float) -> bool:
        """Whether a mistake of this key gives what was found; where it gives nothing, the right value is found."""
        values = [mistake.value for mistake in self.known if mistake.key == key] or [self.expected]
        return any(agree(self.found, value, relative, absolute) for value in values)


def expect_all(
    places: Iterable[Compared],
    others: Iterable[Compared] = (),
    *,
    otherwise: str,
    relative: float = 1e-6,
    absolute: float = 1e-9,
) -> None:
    """Raises `Wrong` at the first place where something else was found than expected, up to rounding.

    A mistake is named only if it gives what was found in every place: a coincidence of one number is no name. `others`
    are places of another check: looked at for the name only.
    """
    places = tuple(places)
    wrong = next((p for p in places if not agree(p.found, p.expected, relative, absolute)), None)
    if wrong is None:
        return
    places += tuple(others)
    for mistake in wrong.known:
        if agree(wrong.found, mistake.value, relative, absolute) and all(
            place.gives(mistake.key, relative, absolute) for place in places
        ):
            raise Wrong(f"{wrong.about} {mistake.words}", mistake.key)
    raise Wrong(f"{wrong.about} {wrong.hint}", otherwise)


def expect(
    found: Any,
    expected: Any,
    about: str,
    mistakes: Iterable[Mistake] = (),
    *,
    otherwise: str,
    hint: str = "",
    relative: float = 1e-6,
    absolute: float = 1e-9,
) -> None:
    """Raises `Wrong` unless `found` is what is expected, up to rounding: `about`, and the words of a known mistake.

    If it is no known one, the key is `otherwise` and the words are `hint`.
    """
    if agree(found, expected, relative, absolute):
        return
    mistake = explains(found, mistakes, relative, absolute) or Mistake(otherwise, hint, found)
    raise Wrong(f"{about} {mistake.words}", mistake.key)
