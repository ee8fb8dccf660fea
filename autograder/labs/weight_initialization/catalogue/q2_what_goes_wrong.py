"""Mistakes in the experiments of Q2: saturated and dead units, gradient norms, the diagnosis."""

from autograder.verdict.mistakes import Misconception

_FRACTIONS = (
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
    Misconception(
        "limit included",
        "Above a limit and below it leave the limit itself out.",
        "Look at the comparison of a value that is exactly at the limit.",
    ),
    Misconception(
        "small, not zero",
        "A unit that is small still has a gradient; a dead one is exactly 0, for every sample.",
        "Look for a tolerance.",
    ),
    Misconception(
        "not all samples", "All samples are asked for; some are left out.", "Look for a slice of the first axis."
    ),
    Misconception("another limit", "The limit is another one than the task's.", "Compare it with the table."),
)

_GRADIENTS = (
    Misconception("wrong norm", "The numbers are none that a known mistake gives.", "Compute one norm by hand."),
    Misconception(
        "not one per layer",
        "Each layer's kernel has a gradient, whose size is one number.",
        "Look at what the loop runs over.",
    ),
    Misconception(
        "rounded to decimals", "Rounding to a number of decimals makes small numbers 0.", "Look for `round`."
    ),
    Misconception("layers reversed", "The first layer comes first.", "Look for a loop that runs backwards."),
    Misconception("layer shifted", "The numbers stand at other layers than their own.", "Look at the index."),
    Misconception(
        "not the gradient",
        "Where an output kernel is zero, nothing gets back to the layers below; other numbers measure something else.",
        "Look at what the norm is taken of.",
    ),
    Misconception("mean, not norm", "A mean does not grow with the number of entries; a norm does.", "Look it up."),
    Misconception("sum, not norm", "A norm squares the entries before they are added up.", "Look at what is summed."),
    Misconception("root missing", "A squared norm is not yet the norm.", "Compare it with the formula."),
    Misconception("mean square", "The squares are averaged where they are to be added up.", "Look for a mean."),
    Misconception(
        "spread, not norm",
        "A standard deviation measures distances from the mean, not from 0.",
        "Look at what measures the size.",
    ),
    Misconception("largest entry", "One entry does not show how large all of them are.", "Look for a maximum."),
    Misconception(
        "spectral norm",
        "A matrix has several norms; this one measures its strongest direction only.",
        "Look at the arguments of the norm.",
    ),
    Misconception("gradients of the biases", "The kernels are asked for.", "Look at which gradients are taken."),
    Misconception("biases too", "The kernels alone are asked for.", "Look at which gradients are taken."),
    Misconception(
        "norms of the deltas",
        "The deltas are gradients by the sums that enter the units, not by the weights.",
        "Look at which gradients are taken.",
    ),
    Misconception(
        "norms of the weights",
        "The weights themselves are measured, not how the loss changes with them.",
        "Look at what the norm is taken of.",
    ),
    Misconception(
        "sum over samples",
        "The loss is a mean over the samples, and so is its gradient.",
        "Look for a factor that grows with the data.",
    ),
)

_FINDINGS = (
    Misconception(
        "not a word", "The answer is one of the words that the task lists.", "Compare them letter by letter."
    ),
    Misconception(
        "symmetry missed",
        "If all units of a hidden layer are the same, they stay the same, whatever else is wrong.",
        "Which layers are looked at, and which finding comes first?",
    ),
    Misconception(
        "kinds of units taken for one",
        "Units that come in several kinds do not all compute the same.",
        "How many different units has a symmetric layer?",
    ),
    Misconception(
        "no symmetric hidden layer",
        "A layer is symmetric if all its columns are the same, and only hidden layers count.",
        "Which layers are looked at, and along which axis?",
    ),
    Misconception(
        "saturation missed",
        "Where the function is flat in most units of a hidden layer, or they are dead, little is learned.",
        "Which layers are looked at, by whose rule, and which finding comes first?",
    ),
    Misconception(
        "vanishing gradient missed",
        "The gradient shrinks on its way back, so the first layer gets the least.",
        "Which kernel's gradient is compared, and with which limit?",
    ),
    Misconception(
        "exploding gradient missed",
        "Large weights multiply the gradient layer by layer, without any unit being dead.",
        "Which finding is reported before it, and for what reason?",
    ),
    Misconception(
        "healthy network called sick",
        "None of the findings holds for this network.",
        "Which one was reported, and is its limit the task's?",
    ),
)

Q2 = (*_FRACTIONS, *_GRADIENTS, *_FINDINGS)
