"""Mistakes in the experiments of Q3: predicted and measured moments, the steady variance."""

from autograder.verdict.mistakes import Misconception

_ANSWERS = (
    Misconception("wrong moment", "The moments are none that a known mistake gives.", "Work out one layer on paper."),
    Misconception("wrong variance", "The variance is none that a known mistake gives.", "Work out one layer on paper."),
    Misconception(
        "input included", "The answer begins with the input, which is no layer.", "Look at what is stored first."
    ),
    Misconception("last layer only", "Every layer's number is asked for.", "Look at what is kept in each turn."),
    Misconception(
        "output layer included", "Only hidden layers are asked for; the last is the output's.", "Look at the slice."
    ),
    Misconception("first layer left out", "The first hidden layer is missing.", "Look at where the slice begins."),
    Misconception(
        "layers as rows", "The table's axes are exchanged.", "Look at which axis the layers are put together along."
    ),
    Misconception(
        "mean over replicas", "Each network needs a number of its own.", "Look at which axes the mean is taken over."
    ),
    Misconception("one replica only", "All networks are asked for; one was looked at.", "Look for an index 0."),
)

_RELU = (
    Misconception(
        "ReLU's half missing",
        "ReLU sets half of a signal to 0, and with it goes half of the second moment: that is not in the formula.",
        "Compare both functions' formulas.",
    ),
    Misconception(
        "ReLU's half once", "Every ReLU layer halves the second moment, not one of them.", "Look at what a layer does."
    ),
    Misconception(
        "ReLU's half late",
        "The first layer's output goes through ReLU too, so that it is halved as well.",
        "Look at where the half enters.",
    ),
    Misconception(
        "ReLU's half for linear", "A linear layer takes nothing away; the half is ReLU's.", "Look at the two cases."
    ),
    Misconception(
        "ReLU's half inverted",
        "The weights have to make up for what ReLU takes away; here they take as much again.",
        "Solve the formula for the variance once more.",
    ),
    Misconception(
        "quarter, not half", "ReLU leaves a half of the second moment; here the half is used twice.", "Look at every 2."
    ),
)

_VARIANCE = (
    Misconception(
        "variance squared", "The weight variance is squared, as if it were a standard deviation.", "Look for a square."
    ),
    Misconception(
        "root of the variance",
        "A standard deviation stands where a variance belongs; it is the variance's root.",
        "Look for a root.",
    ),
    Misconception(
        "uniform limit",
        "This has to do with the limit of a uniform law; the variance, which any law has, is asked for.",
        "Compare it with the formula.",
    ),
    Misconception(
        "outputs, not inputs",
        "It counts a layer's units; each of them adds up one product for every input.",
        "Look at which of a layer's two widths is used.",
    ),
    Misconception(
        "inputs and outputs averaged",
        "It uses the mean of a layer's two widths; a unit adds up one product for every input.",
        "Look at which width the formula has.",
    ),
    Misconception(
        "first width for all", "Each layer has as many inputs as the one before it has units.", "Look at the loop."
    ),
    Misconception("fan left out", "A unit adds up many products; how many is missing.", "Compare with the formula."),
    Misconception(
        "not multiplied up", "Each layer starts from what the one before it left.", "Look at what a layer multiplies."
    ),
)

_MOMENTS = (
    Misconception("roots of the moments", "Roots of second moments are no second moments.", "Look for a root."),
    Misconception(
        "variance, not second moment",
        "A second moment is a mean of squares as they are; the mean was subtracted first.",
        "Look for `var`.",
    ),
    Misconception("standard deviation", "It is the root of a variance, not what is asked for.", "Look for `std`."),
    Misconception(
        "mean, not mean square",
        "Positive and negative values cancel in a mean without squares.",
        "Look for the square.",
    ),
    Misconception(
        "square of the mean",
        "Positive and negative values cancel before they are squared.",
        "Look at what comes first.",
    ),
    Misconception(
        "pre-activations, not activations",
        "It measures before the activation function, which changes the signal.",
        "Look at which part of the trace is used.",
    ),
    Misconception("sum, not mean", "A sum grows with the number of values; a moment is a mean.", "Look for a sum."),
    Misconception(
        "weights, not activations", "It measures the weights, not the signal.", "Look at what the squares are taken of."
    ),
)

Q3 = (*_ANSWERS, *_RELU, *_VARIANCE, *_MOMENTS)
