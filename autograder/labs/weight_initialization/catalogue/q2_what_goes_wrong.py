"""Mistakes in the experiments of Q2: saturated and dead units, gradient norms, the diagnosis."""

from autograder.verdict.mistakes import Misconception

Q2 = (
    Misconception(
        "wrong fraction", "The fraction is none that a known mistake gives.", "Count by hand in a small table."
    ),
    Misconception("percent", "A fraction lies between 0 and 1; this one is in per cent.", "Look for a factor of 100."),
    Misconception(
        "count", "A fraction is a count divided by how many there are.", "Look for a sum in place of a mean."
    ),
    Misconception("complement", "It measures the others.", "Look at which way the comparison goes."),
    Misconception(
        "upper side only", "The function is flat on both sides; one is left out.", "Look at the other limit."
    ),
    Misconception(
        "lower side only", "The function is flat on both sides; one is left out.", "Look at the other limit."
    ),
    Misconception(
        "activated twice", "The table holds activations already.", "Look for a call of the activation function."
    ),
    Misconception("another kind's rule", "Each activation function has limits of its own.", "Compare with the table."),
    Misconception(
        "zeros, not dead units", "A single 0 is no dead unit: that one is 0 for every sample.", "Look for `all`."
    ),
    Misconception("samples, not units", "Rows are samples, columns are units.", "Look at the axis."),
    Misconception("any, not all", "A dead unit is 0 for every sample, not for some.", "Look for `any`."),
    Misconception("units, not values", "Values are asked for, and units were counted.", "Look at the axis."),
    Misconception("another limit", "The limit is another one than the task's.", "Compare it with the table."),
)
