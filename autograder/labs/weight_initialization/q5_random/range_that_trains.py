"""Q5: the smallest and the largest scale that train."""

import math

import numpy as np

from autograder.sandbox.codec import Other
from autograder.sandbox.probes import call
from autograder.verdict import values
from autograder.verdict.grader import Case, Grader, Probe, Wrong, needs, points, type_name


class TestRangeThatTrains(Grader):
    notebook, function = "part2_techniques", "range_that_trains"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        level = round(float(draw.uniform(0.4, 0.7)), 3)
        good, bad = level * draw.uniform(0.1, 0.9, 3), level + draw.uniform(0.2, 1.5, 3)
        scales = sorted(float(s) for s in draw.choice(np.arange(10, 900), 6, replace=False) / 1000)
        tables = {
            # unsorted, the smallest and largest scale fail, the largest by overflow
            "plain": _mixed(dict(zip(scales, [bad[0], good[0], good[1], good[2], bad[1], math.nan], strict=True))),
            "infinite": _mixed(dict(zip(scales, [math.inf, bad[0], *good[:2], math.inf, math.nan], strict=True))),
            "exactly": _mixed(dict(zip(scales[:4], [bad[0], level, good[0], bad[1]], strict=True))),
            "single": _mixed(dict(zip(scales[:3], [bad[0], good[0], math.nan], strict=True))),
            "none": _mixed(dict(zip(scales[:4], [math.nan, *bad], strict=True))),
        }  # fmt: skip
        return Probe(
            given={"tables": tables, "level": level},
            steps={name: call("range_that_trains", table, level) for name, table in tables.items()},
        )

    @points(0.5)
    def test_range(self, case: Case) -> None:
        """The smallest and the largest scale whose final loss is below the level, NaN and infinity being failures."""
        for name in ("plain", "infinite", "single"):
            self._check(case, name)

    @points(0.5)
    @needs("test_range")
    def test_edges(self, case: Case) -> None:
        """A loss exactly at the level counts as trained, and None says that no scale trains."""
        self._check(case, "exactly")
        answer = case.value("none")
        if answer is not None:
            raise Wrong(
                "No loss reached the level, so the answer should be None; it is "
                + (repr(answer) if isinstance(answer, tuple | list | float | int) else type_name(answer))[:200] + ".",
                "never reached",
            )  # fmt: skip

    @staticmethod
    def _check(case: Case, name: str) -> None:
        table, level, answer = case.given["tables"][name], case.given["level"], case.value(name)
        good = [scale for scale, loss in table.items() if loss <= level]
        expected = min(good), max(good)
        if isinstance(answer, Other) or not isinstance(answer, tuple | list | np.ndarray):
            raise Wrong(
                f"range_that_trains should return a pair (smallest, largest); it returned {type_name(answer)}.",
                "not a pair",
            )
        found = values.numbers(answer, "The pair from range_that_trains")
        if values.agree(found, expected):
            return
        below = [scale for scale, loss in table.items() if loss < level]
        losses = [table[scale] for scale in good]
        first = [scale for scale, loss in table.items() if loss <= level]
        not_worse = [scale for scale, loss in table.items() if not loss > level]
        mistakes = [
            ("The pair is in the other order", expected[::-1]),
            ("Those are losses, not scales", (min(losses), max(losses))),
            ("A loss equal to the level counts as trained", (min(below), max(below)) if below else ()),
            ("A loss that is NaN counts as trained there: NaN > level is False", (min(not_worse), max(not_worse))),
            ("Those are first and last in the order given, which need not be sorted", (first[0], first[-1])),
            ("That is the range of all scales", (min(table), max(table))),
        ]  # fmt: skip
        words = values.first_match(found, mistakes)
        shown = ", ".join(f"{scale:.4g}: {loss:.3g}" for scale, loss in table.items())
        raise Wrong(
            f"Final losses {{{shown}}} and level {level:.4g}: the answer should be {expected}, yours is "
            f"{tuple(found.ravel()[:4].tolist())}." + (f" {words}." if words else ""),
            words or "wrong range",
        )


def _mixed(table: dict[float, float]) -> dict[float, float]:
    """The same entries in an order in which the trained scales, 1 to 3 or 2 to 4 of 6, neither begin nor end sorted."""
    keys = list(table)
    order = (3, 1, 5, 4, 0, 2) if len(keys) == 6 else reversed(range(len(keys)))
    return {keys[index]: float(table[keys[index]]) for index in order}
