"""Every variant of every right answer, judged in process as the bank is, and what came of it."""

import contextlib
import io
import warnings
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.bank import local
from tests.variants import computing, definitions, results
from tests.variants.forbidden import NOT_RIGHT, forbidding
from tests.variants.variant import Subject, Variant

VARIANTS: tuple[Variant, ...] = (*results.VARIANTS, *definitions.VARIANTS, *computing.VARIANTS)
SECRET = b"1"
SLOW = 10  # answers marked `slow`, most of which loop over every weight, get every tenth variant


@dataclass(frozen=True)
class Judged:
    """One variant of one right answer, and the points it lost."""

    function: str
    subject: str
    kind: str
    variant: str
    lost: float
    words: str = ""  # of the checks that failed
    forbidden: bool = False  # by a sentence of the text

    @property
    def astray(self) -> bool:
        """Whether a right answer lost points, or a form that the text forbids lost none."""
        return bool(self.lost) != self.forbidden

    def __str__(self) -> str:
        said = f"lost {self.lost:g}: {self.words}" if self.lost else "lost nothing"
        return f"{self.function}-{self.subject}, {self.kind}, {self.variant}: {said}"


def judge(subject: Subject, variant: Variant, secret: bytes = SECRET) -> Judged | None:
    """What a variant of an answer loses; None where there is nothing of its kind in the answer."""
    if (subject.function, subject.name, variant.name) in NOT_RIGHT:
        return None
    quiet = io.StringIO()
    with warnings.catch_warnings(), contextlib.redirect_stdout(quiet), contextlib.redirect_stderr(quiet):
        warnings.simplefilter("ignore")
        rewritten = variant.apply(subject)
        if rewritten is None:
            return None
        checks = local.verdict_on(local.graders()[subject.function], rewritten.names, secret)
    if not rewritten.applied():
        return None
    lost = sum(check.points - check.earned for check in checks)
    words = " | ".join(
        f"{check.name}: {check.message}" for check in checks if check.status in ("failed", "grader error")
    )
    forbidden = forbidding(subject.function, variant) is not None
    return Judged(subject.function, subject.name, variant.kind, variant.name, round(lost, 9), words, forbidden)


def variants_of(subject: Subject) -> Sequence[Variant]:
    """All variants; of an answer that takes long a tenth, not the same for the next one."""
    if not subject.slow:
        return VARIANTS
    first = zlib.crc32(str(subject).encode()) % SLOW
    return VARIANTS[first::SLOW]


def judged(subject: Subject, secret: bytes = SECRET) -> Iterator[Judged]:
    """Every variant of a right answer, at the probe that this secret draws."""
    for variant in variants_of(subject):
        if (found := judge(subject, variant, secret)) is not None:
            yield found
