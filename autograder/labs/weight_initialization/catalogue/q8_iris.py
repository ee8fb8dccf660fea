"""Mistakes in the experiments of Q8: the Keras model, the paired runs, the comparison."""

from autograder.verdict.mistakes import Misconception

# what Q7's network may get wrong too stands there
_BUILD_MODEL = (
    Misconception(
        "loss for other labels",
        "There are two cross-entropies for several classes: one for labels as rows, one for labels as numbers.",
        "Look at what the labels are, and at the names of the two losses.",
    ),
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
        "softmax twice",
        "The loss makes probabilities of what are probabilities already, which flattens them and slows the training.",
        "Look at what the output layer gives, and at what the loss is told of it.",
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

_PAIRED_RUNS = (
    Misconception(
        "not one network per seed",
        "Every run ends in a network of its own, so there are as many as seeds.",
        "Look at what is kept after each training.",
    ),
    Misconception(
        "same seed for all runs",
        "One seed makes every split, start and order of batches, so many runs are one run, repeated.",
        "Look at which seed each generator is made with.",
    ),
    Misconception(
        "one start for all initializers",
        "Two initializers end in the same network, so they cannot be compared.",
        "Look at where each training gets its weights from.",
    ),
    Misconception(
        "initializers mixed up",
        "The weights under a name are not those that its initializer leads to.",
        "Look at what changes from one round of the loop to the next.",
    ),
    Misconception(
        "epochs ignored",
        "The training takes as long as ever, whatever number of epochs is asked for.",
        "Look at what `train` is told.",
    ),
    Misconception(
        "another start",
        "The runs of a seed are paired by fresh generators in the same state, that of the seed.",
        "Look at the generator that the weights are drawn from.",
    ),
    Misconception(
        "trained otherwise",
        "The runs are comparable if all are trained as described: on the training data alone, with the same batches.",
        "Look at what `train` is given, argument by argument.",
    ),
    Misconception(
        "training data reported as test",
        "Numbers on the data that a network was trained on do not say how it does on new data.",
        "Look at which of the two parts is measured.",
    ),
    Misconception(
        "loss and accuracy exchanged",
        "Each of the two numbers stands under the other's name.",
        "Look at what is stored under which key.",
    ),
    Misconception(
        "not standardized",
        "The network has learned from standardized features and is measured on others.",
        "Look at which data the loss is computed with.",
    ),
    Misconception(
        "standardized by itself",
        "Mean and spread are the training data's; the test data stand for what nobody has seen yet.",
        "Look at what `prepare` does.",
    ),
    Misconception(
        "standardized before the split",
        "Mean and spread of all data hold something of the test data, which nobody has seen yet.",
        "Look at which comes first in `prepare`.",
    ),
    Misconception(
        "numbers of another run",
        "The numbers belong to another network than the one that is returned beside them.",
        "Look at the order in which runs are stored.",
    ),
    Misconception(
        "not from the returned networks",
        "The numbers cannot be measured again on the networks that are returned with them.",
        "Which network and which data do they come from?",
    ),
)

_COMPARE = (
    Misconception("wrong form", "A mean comes with both ends of its interval.", "Compare with the task's table."),
    Misconception("wrong mean", "The mean is not that of the losses.", "Work it out for a short list by hand."),
    Misconception("median", "The median leaves out how far single runs are off.", "Look at what stands in its place."),
    Misconception(
        "low and high exchanged", "An interval runs from the lower to the higher end.", "Look at the order of the two."
    ),
    Misconception(
        "wrong interval",
        "The interval is none that a known mistake gives.",
        "Compare each part of its formula with the notebook's.",
    ),
    Misconception(
        "scatter of single runs",
        "It says how far single runs scatter; a mean of many is known better than that.",
        "What does the number of runs do to a mean?",
    ),
    Misconception(
        "quantile left out",
        "A standard error alone makes an interval that leaves out the true mean too often.",
        "Look for where the confidence comes in.",
    ),
    Misconception(
        "number of runs left out",
        "More runs make a mean more certain; here their number changes hardly anything.",
        "Compare with the formula of the standard error.",
    ),
    Misconception(
        "normal law for Student's t",
        "With few runs the spread itself is uncertain, which makes the interval wider than the normal law says.",
        "Look at where the quantile comes from.",
    ),
    Misconception(
        "confidence ignored",
        "The interval is the same whatever confidence is asked for.",
        "Look for a number where the argument belongs.",
    ),
    Misconception(
        "one-sided quantile",
        "What an interval leaves out lies on both sides of it, half on each.",
        "Look at what the quantile is asked for.",
    ),
    Misconception(
        "ddof left out",
        "NumPy's usual standard deviation is that of the given numbers, too small for what they are drawn from.",
        "Look up `ddof`.",
    ),
    Misconception(
        "one degree of freedom too many",
        "The mean is estimated from the same runs, which takes one degree of freedom away.",
        "Look at what Student's t law is given.",
    ),
    Misconception(
        "root left out",
        "The interval shrinks with the square root of the number of runs, not with the number itself.",
        "Compare with the formula of the standard error.",
    ),
    Misconception(
        "names of a pair reversed",
        "The same pair under a key of the other order has the other sign, and nobody finds it.",
        "Look at the order of names in the key.",
    ),
    Misconception(
        "sign reversed",
        "The difference is taken the other way round, so that the worse of two looks better.",
        "Look at which is subtracted from which.",
    ),
    Misconception(
        "pairs taken for two groups",
        "Runs with one seed share their luck, which goes away only if each pair is subtracted first.",
        "Look at what mean and spread are computed of.",
    ),
    Misconception(
        "wrong verdict",
        "A difference is called real if its interval leaves out 0, and only then.",
        "Look at what the ends of the interval are compared with.",
    ),
)

Q8 = (*_BUILD_MODEL, *_PAIRED_RUNS, *_COMPARE)
