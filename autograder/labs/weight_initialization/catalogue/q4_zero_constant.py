"""Mistakes in the experiments of Q4: the symmetry experiment."""

from autograder.verdict.mistakes import Misconception

_WEIGHTS = (
    Misconception(
        "weights missing",
        "The answer does not hold the network's weights as `initlab.Weights`.",
        "Look at what is stored under “weights”.",
    ),
    Misconception(
        "wrong weights",
        "The weights are none that a known mistake leads to.",
        "Compare network, start and training with the task, line by line.",
    ),
    Misconception(
        "untrained weights",
        "These are the weights before training, which shows nothing of what training does.",
        "Look at what the training returns, and at what is done with it.",
    ),
    Misconception("too few epochs", "The training ends too early.", "Look at how often the loop runs."),
    Misconception("too many epochs", "The training goes on for too long.", "Look at how often the loop runs."),
    Misconception(
        "default learning rate",
        "The optimizer takes steps of another size than the task's, because nobody told it.",
        "Look at how the optimizer is made.",
    ),
    Misconception(
        "SGD, not Adam",
        "Adam adapts the step of every weight; plain gradient descent ends at other weights.",
        "Look at which optimizer the training gets.",
    ),
    Misconception(
        "activation ignored",
        "One activation function is used whatever is asked for, so that the experiments all become the same one.",
        "Look at how the network is made.",
    ),
    Misconception(
        "initializer ignored",
        "The weights start from one value whatever initializer is asked for.",
        "Look at what the network is initialized with.",
    ),
)

_FINDINGS = (
    Misconception(
        "gradient after training",
        "How the network starts to learn shows only before the first step; training makes gradients small.",
        "Look at which weights the gradient is computed with.",
    ),
    Misconception(
        "all layers together",
        "One kernel's gradient is asked for; the others' sizes are in there too.",
        "Look at which kernels the sum runs over.",
    ),
    Misconception(
        "bias counted as moved",
        "The output's bias moves even from zeros, which does not make units different; only the kernels can.",
        "Look at which arrays are compared.",
    ),
    Misconception(
        "movement overlooked",
        "The kernels do change in training, so something else is compared.",
        "Are the weights before and after training both at hand?",
    ),
    Misconception(
        "small movement overlooked",
        "The comparison takes small steps for none, and training may move by very little.",
        "Look for a tolerance.",
    ),
    Misconception(
        "units before training",
        "Units that are equal at the start may part in training, and that is what is looked for.",
        "Look at which weights the units are counted in.",
    ),
    Misconception(
        "one shared weight is enough",
        "Two units are the same only if all their weights are.",
        "Look at how two columns are compared: any of their weights, or all?",
    ),
    Misconception(
        "wrong accuracy", "The accuracy is none that a known mistake gives.", "Count right answers in a small sample."
    ),
    Misconception(
        "accuracy before training",
        "It says how good the start is, not what was learned.",
        "Look at which weights, or which epoch, the accuracy belongs to.",
    ),
    Misconception(
        "loss, not accuracy",
        "The loss says how sure the network is of the right answers, the accuracy how many it gets right.",
        "Look at which history is read.",
    ),
)

Q4 = (*_WEIGHTS, *_FINDINGS)
