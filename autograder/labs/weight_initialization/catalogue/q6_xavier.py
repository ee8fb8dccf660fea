"""Mistakes in the experiments of Q6: variances layer by layer."""

from autograder.verdict.mistakes import Misconception

Q6 = (
    Misconception(
        "forward and backward exchanged",
        "Each of the two stands in the other's place.",
        "Look at the order in the return statement.",
    ),
    Misconception("not a pair", "Two arrays are asked for, forward and backward.", "Look at the return statement."),
    Misconception(
        "activations, not pre-activations",
        "It measures after tanh, which has squeezed the signal.",
        "Look at which part of the trace is used.",
    ),
    Misconception(
        "kernels' gradients",
        "A kernel's gradient says how to change weights; the signal that travels back is another array.",
        "Look at which part of the gradients is used.",
    ),
    Misconception(
        "second moment, not variance",
        "A variance is measured about the mean, which was not subtracted.",
        "Look at what is squared.",
    ),
    Misconception(
        "last layer first", "The first layer comes first, in both directions.", "Look at the order of the loop."
    ),
    Misconception("output layer left out", "The output layer has a variance too.", "Look at where the slice ends."),
    Misconception("ratios of neighbours", "The variances are asked for, not how they change.", "Look for a division."),
    Misconception(
        "each unit on its own",
        "A layer's variance is about the mean of all its numbers, not about each unit's own.",
        "Look at the axis.",
    ),
    Misconception(
        "each sample on its own",
        "A layer's variance is about the mean of all its numbers, not about each sample's own.",
        "Look at the axis.",
    ),
    Misconception(
        "another network on the way back",
        "Signal and gradient are those of two networks, so that they tell of neither.",
        "Look at how often weights are drawn.",
    ),
)
