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
        "prepared differently",
        "The numbers are measured on data that was prepared in another way than the training data was.",
        "Look at what `prepare` does, and in which order.",
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

Q8 = (*_BUILD_MODEL, *_PAIRED_RUNS)
