"""The check on the scale: whether weights have the spread that the formula asks for, and whose spread they have."""

from collections.abc import Sequence

import numpy as np

from autograder.labs.weight_initialization.catalogue import tells
from autograder.labs.weight_initialization.initializers.formulas import Formula
from autograder.labs.weight_initialization.initializers.naming import name_scale, table
from autograder.labs.weight_initialization.initializers.weights import Drawn, histogram, named, need_draws
from autograder.verdict.grader import Wrong

SHOWN = 4  # kernels in a message


def check_spread(wrong: Sequence[Formula], drawn: Drawn) -> None:
    """Raises `Wrong`, with a name if there is one, unless the weights have the law's standard deviation everywhere.

    A quarter of the budget decides about what the spread is taken (`Drawn.off_centre`), half of it is for the spread.
    """
    need_draws(drawn)
    if not np.any(drawn.other_spread):
        return
    candidates = [(formula, [formula.std(w.kernel) for w in drawn.weights]) for formula in wrong]
    formula = name_scale(drawn.variances, drawn.sizes, drawn.groups, candidates, drawn.one_sign)
    numbers, picture = measured(drawn), histogram(drawn.law, drawn.weights[drawn.worst])
    if formula is not None:
        raise Wrong(f"The spread matches {formula.text}. {tells(formula.key)}\n{numbers}", formula.key, picture)
    if drawn.lawful_in_places:
        found = named("lawful in places", picture)
        raise Wrong(f"{found.message}\n{numbers}", found.misconception, picture)
    raise Wrong(f"The spread does not match any known formula.\n{numbers}", None, picture)


def measured(drawn: Drawn) -> str:
    """Measured beside expected spread, at the kernels that show it best."""
    order = [*drawn.large, drawn.worst, *np.argsort(-drawn.sizes).tolist()]
    shown = list(dict.fromkeys(order))[:SHOWN]
    names = [str(drawn.weights[place].kernel) for place in shown]
    return table(names, np.sqrt(drawn.variances)[shown].tolist(), drawn.stds[shown].tolist())
