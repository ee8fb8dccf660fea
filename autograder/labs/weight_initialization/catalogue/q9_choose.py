"""Mistakes in the experiments of Q9: the advice, and the test of it."""

from autograder.verdict.mistakes import Misconception

_RECOMMEND = (
    Misconception(
        "another error",
        "Whoever calls it waits for a ValueError, and another kind of error goes past.",
        "Look at what Python raises by itself when a name is not found, and raise your own before.",
    ),
    Misconception("no scheme", "The name is none of the three schemes'.", "Compare it with the task's list."),
    Misconception(
        "other scheme recommended",
        "The scheme was made for another kind of activation.",
        "What does the activation do to the signal around 0 and below?",
    ),
    Misconception(
        "formula of another scheme",
        "The name is one scheme's and the number another's.",
        "Compare the formula under each name.",
    ),
    Misconception(
        "gain of tanh",
        "PyTorch makes weights larger for tanh; the published formula has no such factor.",
        "Compare with the formula.",
    ),
    Misconception(
        "slope for plain ReLU",
        "Plain ReLU lets nothing of the negative side through; a slope belongs to its leaky relative.",
        "Look at which activations use the argument.",
    ),
    Misconception(
        "wrong std",
        "The standard deviation is none that a known mistake gives.",
        "Compare it with the formula, on paper, for one layer.",
    ),
)

_WEIGHTS = (
    Misconception(
        "networks not as asked",
        "There are more or fewer networks, or other widths, than were asked for.",
        "Look at what the arguments are used for.",
    ),
    Misconception(
        "advice not followed",
        "The weights spread by none of the advised numbers.",
        "Follow the advice from the call to where weights are drawn.",
    ),
    Misconception(
        "advice not asked",
        "The weights follow a published law, where the advice that is passed may be any.",
        "Where is `advise` called?",
    ),
    Misconception(
        "advice for another activation",
        "The advice is asked for one activation, whatever the network has.",
        "Look at the arguments of the call.",
    ),
    Misconception(
        "one scale for all layers",
        "The first layer's advice is used everywhere, though every layer has fans of its own.",
        "Look at how often the advice is asked.",
    ),
    Misconception(
        "same weights in all replicas",
        "Replicas that start alike are one network, measured many times.",
        "Look at how many are drawn.",
    ),
)

_MEASURES = (
    Misconception(
        "not normal",
        "The weights have the advised spread, and come from another law than the normal one.",
        "Look at which method draws them.",
    ),
    Misconception(
        "wrong number of moments",
        "There is one moment for each hidden layer, no more and no less.",
        "Count the layers that are measured.",
    ),
    Misconception(
        "mean size, not mean square",
        "A second moment is a mean of squares; sizes have another mean.",
        "Look for `abs`.",
    ),
    Misconception(
        "no signal",
        "The signal has died out or overflowed on its way, so that nothing can be said of its growth.",
        "Look at the size of the weights.",
    ),
    Misconception(
        "wrong growth",
        "The growth is none that a known mistake gives.",
        "Apply it to the first moment, layer by layer, on paper.",
    ),
    Misconception(
        "growth of the whole way",
        "It leads from the first layer to the last in one step; a factor per layer is asked for.",
        "How many steps are there?",
    ),
    Misconception(
        "divided, no root",
        "Factors multiply, so a step's share of the whole factor is no quotient.",
        "What has to be multiplied by itself to give the whole?",
    ),
    Misconception(
        "one step too many",
        "Between the layers there is one step less than there are layers.",
        "Count the steps in a drawing.",
    ),
    Misconception(
        "arithmetic mean of factors",
        "Factors multiply: one that doubles and one that halves leave the signal as it is, and their mean does not.",
        "Which mean belongs to products?",
    ),
    Misconception(
        "growth turned round",
        "A signal that grows has a growth above 1; here it is the other way round.",
        "Look at what is divided by what.",
    ),
    Misconception(
        "logarithm of the growth",
        "A logarithm turns factors into sums; the factor itself is asked for.",
        "Look for a logarithm that is not undone.",
    ),
    Misconception(
        "growth of the amplitude",
        "The moments are squares, so that they grow by the square of what the signal does.",
        "Look for a root too many.",
    ),
)

Q9 = (*_RECOMMEND, *_WEIGHTS, *_MEASURES)
