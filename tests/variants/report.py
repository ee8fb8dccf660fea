"""The page of the variants: how many by kind and function, what lost points, what the text forbids."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from tests.variants.forbidden import FORBIDDEN, NOT_RIGHT
from tests.variants.judging import Judged


def report(found: Sequence[Judged]) -> str:
    """The page, as Markdown."""
    astray = [one for one in found if one.astray]
    allowed = [one for one in found if not one.forbidden]
    lost = sum(one.lost for one in allowed)
    parts = [
        "# Variants of right answers",
        f"{len(allowed):,} variants of {len({(o.function, o.subject) for o in found})} right answers that the text"
        f" allows: lost points: {lost:g}. {len(found) - len(allowed):,} of forms that it forbids.",
        *(["## Astray", "\n".join(f"* {one}" for one in astray)] if astray else []),
        "## By kind and function",
        "\n".join(_counts(allowed)),
        "## By form",
        "\n".join(_forms(allowed)),
        "## Forms that the text forbids",
        "\n".join(_forbidden(found)),
        "## Rewritings that do not keep a right answer right",
        "\n".join(_not_right()),
    ]
    return "\n\n".join(parts) + "\n"


def _row(cells: Iterable[object]) -> str:
    return f"| {' | '.join(str(cell).replace('|', '/') for cell in cells)} |"


def _counts(found: Sequence[Judged]) -> Iterator[str]:
    counts = Counter((one.function, one.kind) for one in found)
    kinds = sorted({kind for _, kind in counts})
    yield _row(["function", *kinds, "all", "lost points"])
    yield _row(["---"] * (len(kinds) + 3))
    for function in sorted({function for function, _ in counts}):
        own = [counts[function, kind] for kind in kinds]
        yield _row([function, *own, sum(own), f"{sum(o.lost for o in found if o.function == function):g}"])
    totals = [sum(n for (_, of), n in counts.items() if of == kind) for kind in kinds]
    yield _row(["all", *totals, sum(totals), f"{sum(one.lost for one in found):g}"])


def _forms(found: Sequence[Judged]) -> Iterator[str]:
    yield _row(["kind", "form", "variants", "lost points"])
    yield _row(["---"] * 4)
    counts, lost = Counter((one.kind, one.variant) for one in found), Counter[tuple[str, str]]()
    for one in found:
        lost[one.kind, one.variant] += one.lost  # type: ignore[assignment]
    for form in sorted(counts):
        yield _row([*form, counts[form], f"{lost[form]:g}"])


def _forbidden(found: Sequence[Judged]) -> Iterator[str]:
    yield _row(["form", "functions", "the sentence", "notebook", "variants"])
    yield _row(["---"] * 5)
    for rule in FORBIDDEN:
        number = sum(one.variant == rule.variant and one.function in rule.functions for one in found)
        yield _row([rule.variant, ", ".join(rule.functions), f"“{rule.sentence}”", rule.where, number])


def _not_right() -> Iterator[str]:
    yield _row(["answer", "rewriting", "reason"])
    yield _row(["---"] * 3)
    for (function, name, variant), reason in NOT_RIGHT.items():
        yield _row([f"{function}-{name}", variant, reason])
