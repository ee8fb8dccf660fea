"""Mistakes in the experiments of Q8: the Keras model, the paired runs, the comparison."""

from autograder.verdict.mistakes import Misconception

# what Q7's network may get wrong too stands there
_BUILD_MODEL = (
    Misconception(
        "one model for all",
        "All calls return one model, so that the second training begins where the first ended.",
        "Look at where the model is made.",
    ),
    Misconception(
        "not compiled as asked",
        "The model is not compiled with the optimizer asked for.",
        "Compare the call of `compile` with the task.",
    ),
    Misconception(
        "wrong loss",
        "The loss is not made for one class out of several.",
        "Compare what the output layer says with what the loss expects.",
    ),
    Misconception(
        "Xavier and He exchanged",
        "Each of the two names draws within the other's limits.",
        "Look at which name leads to which initializer.",
    ),
    Misconception(
        "initializer set after build",
        "The initializer was set when the weights had been drawn, and then changes nothing.",
        "Look at the order of the lines.",
    ),
    Misconception(
        "not uniform",
        "The weights keep within the limit, and are not spread evenly there.",
        "Look at which law draws them.",
    ),
    Misconception(
        "shared instance",
        "Two layers of one shape start with the same weights, as both draw with one seed.",
        "Look at how many initializers there are, and where each one's seed comes from.",
    ),
    Misconception(
        "seed not used",
        "The same seed gives other weights the second time, so that no run can be repeated.",
        "Look at where each layer's seed comes from.",
    ),
    Misconception(
        "fixed seed inside",
        "Every seed gives the same weights, so that many runs would all be the same run.",
        "Look for a number where the argument belongs.",
    ),
    Misconception(
        "silent fallback",
        "An unknown name is taken for a known one, and a spelling mistake goes unnoticed.",
        "Look at what happens when no name fits.",
    ),
)

Q8 = (*_BUILD_MODEL,)
