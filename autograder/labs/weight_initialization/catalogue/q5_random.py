"""Mistakes in the experiments of Q5: the sweep of scales, the range that trains."""

from autograder.verdict.mistakes import Misconception

_SWEEP = (
    Misconception(
        "wrong scale",
        "The weights have another standard deviation than the scale asked for.",
        "Follow the scale from the argument to the call that draws.",
    ),
    Misconception(
        "wrong spread", "The spread is none that a known mistake gives.", "Compute it from a small array by hand."
    ),
    Misconception(
        "variance, not std",
        "A variance is in squared units; its root has the size of the signal.",
        "Look for `var`.",
    ),
    Misconception(
        "root mean square",
        "It measures distances from 0; a standard deviation measures them from the mean, which need not be 0.",
        "Look at what is squared.",
    ),
    Misconception(
        "not the last hidden layer",
        "What arrives at the end of the hidden layers is asked for; this is another layer's.",
        "Which index has the layer before the output?",
    ),
    Misconception(
        "slope at the activations",
        "A slope belongs to the number that goes into the activation function, not to what comes out.",
        "Look at which part of the trace is used.",
    ),
    Misconception(
        "activations, not slopes",
        "A unit is flat where its slope is small; its activation may be small or large there.",
        "Look at what is compared with the limit.",
    ),
    Misconception(
        "limit counted as flat",
        "A slope that is exactly at the limit is not below it.",
        "Look at the comparison.",
    ),
    Misconception(
        "part of the data",
        "It is measured on the first samples only; all of the data are asked for.",
        "Look for a slice.",
    ),
    Misconception(
        "replicas in the norm",
        "The gradients have an axis for the networks, which is none of the kernel's.",
        "Look at the axes of the norm.",
    ),
)

_RANGE = (
    Misconception("wrong range", "The range is none that a known mistake gives.", "Go through a small table by hand."),
    Misconception(
        "no pair of scales", "The smallest and the largest scale are asked for.", "Look at the return statement."
    ),
    Misconception("pair reversed", "The smallest comes first.", "Look at the order in the return statement."),
    Misconception(
        "losses, not scales",
        "A dictionary's keys are the scales, its values the losses.",
        "Look at what is kept when a loss is low enough.",
    ),
    Misconception(
        "NaN counted as trained",
        "A comparison with NaN is never true, so that “not above” lets an exploded training in.",
        "Which way round does the comparison go?",
    ),
    Misconception(
        "order of the table",
        "The first and the last that train are not the smallest and the largest where nobody sorted them.",
        "Look at how the two are picked.",
    ),
    Misconception(
        "all scales", "The scales that do not train are in the range too.", "Look at where the losses are compared."
    ),
    Misconception(
        "stopped at a gap",
        "Scales that train may have others between them that do not, and the search ends there.",
        "Look at what ends the loop.",
    ),
    Misconception(
        "begun at a number",
        "The search begins with a number that may be beyond all scales that train, and then stays there.",
        "Which values do the two have before the first scale?",
    ),
    Misconception(
        "range though none trains",
        "No scale trains, and the answer names some.",
        "What comes back if no loss is low enough?",
    ),
)

Q5 = (*_SWEEP, *_RANGE)
