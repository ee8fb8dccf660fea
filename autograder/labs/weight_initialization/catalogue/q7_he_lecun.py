"""Mistakes in the experiments of Q7: second moments, initializers in Keras, the built network."""

from autograder.verdict.mistakes import Misconception

_SECOND_MOMENTS = (
    Misconception(
        "every layer included",
        "Input and output are in there too, and hidden layers are asked for.",
        "Look at where the list of layers begins and ends.",
    ),
    Misconception("wrong number of networks", "Each network asked for has a row.", "Look at who uses that argument."),
    Misconception(
        "one network for all rows",
        "One network's weights serve for all rows, so that nothing tells how much networks differ.",
        "Look at how often weights are drawn.",
    ),
    Misconception(
        "wrong rows",
        "The first network is right and the others are not.",
        "Look at which weights each further network gets.",
    ),
)

# of Q8's model too
_MODELS = (
    Misconception("no Keras model", "A Keras model is asked for.", "Look at what is returned."),
    Misconception(
        "not built",
        "Keras draws the weights once it knows how many inputs there are, and so far it does not.",
        "Look at where the model says how many inputs it takes.",
    ),
    Misconception(
        "wrong widths",
        "The dense layers have other widths than asked for.",
        "Compare the model's summary with the argument.",
    ),
    Misconception(
        "other layers",
        "There are layers that nobody asked for, so that more than the start differs between models.",
        "Compare the model's summary with the task.",
    ),
    Misconception(
        "wrong activation",
        "A layer has another activation function than asked for.",
        "Compare hidden layers and the output layer with the task.",
    ),
    Misconception(
        "initializer not used",
        "The weights do not come from the initializer that was asked for.",
        "Look at what each layer is told when it is made.",
    ),
    Misconception(
        "initializer on a part only",
        "Some layers have the initializer and the others still have Keras's default.",
        "Look at the output layer too.",
    ),
    Misconception(
        "no bias", "A layer has no bias, and only the kernels are the question here.", "Look for `use_bias`."
    ),
    Misconception(
        "biases not zero",
        "The biases do not start at 0; different kernels already make the units different.",
        "Look at what is passed for the bias.",
    ),
)

_IN_KERAS = (
    Misconception(
        "no Keras initializer",
        "Keras accepts only what is an initializer of its own kind.",
        "Look at what the class is derived from.",
    ),
    Misconception(
        "wrapped function not used",
        "The weights are not those of the function that is wrapped.",
        "Look at which function is called, and what is done with its answer.",
    ),
    Misconception(
        "kept on the class",
        "What one object was given is used by all of them: the one that was made last decides.",
        "Look at where the arguments are kept.",
    ),
    Misconception(
        "output layer missing",
        "The last width is the output layer's, and there is no such layer.",
        "Look at where the loop over the widths ends.",
    ),
    Misconception(
        "wrong fan",
        "The initializer was asked for another shape than the kernel's, so that the scale is another layer's.",
        "Look at which shape reaches the initializer.",
    ),
)

Q7 = (*_SECOND_MOMENTS, *_MODELS, *_IN_KERAS)
