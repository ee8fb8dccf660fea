"""Mistakes in the experiments of Q1: the instruments and the comparison of starts."""

from autograder.verdict.mistakes import Misconception

_UNITS = (
    Misconception(
        "wrong number of units", "The number is none that a known mistake gives.", "Count by hand in a small kernel."
    ),
    Misconception(
        "absolute tolerance",
        "The same units count as equal or as different depending on how large the weights are.",
        "Compare a difference with the kernel's largest weight.",
    ),
    Misconception(
        "tolerance too wide",
        "Units that differ by much more than rounding count as the same.",
        "Compare the tolerance with the task's.",
    ),
    Misconception(
        "no tolerance",
        "Units that differ only by the computer's rounding count as different.",
        "Look at how two columns are compared.",
    ),
    Misconception(
        "lookalikes merged",
        "Two units are the same only if each weight is; a sum or a sorted list of them does not tell.",
        "Compare columns entry by entry.",
    ),
    Misconception(
        "different rows", "A column holds the weights into one unit; rows were compared.", "Look at the axis."
    ),
    Misconception(
        "rank of the kernel",
        "The rank counts independent columns; different columns may still depend on each other.",
        "Compare columns one with another.",
    ),
    Misconception(
        "different weights", "Single weights were compared; a unit is a whole column.", "Look for a missing axis."
    ),
    Misconception(
        "all units", "Every unit is counted, also those that are copies.", "Look at what is left out, and when."
    ),
    Misconception("number of inputs", "The first axis is counted, which is the inputs.", "Look at the axis."),
)

_EPOCHS = (
    Misconception(
        "wrong epoch", "The epoch is none that a known mistake gives.", "Go through a short list of losses by hand."
    ),
    Misconception(
        "None though reached",
        "The loss does reach the level, but nothing comes back.",
        "Look for a path without `return`.",
    ),
    Misconception(
        "number though never reached",
        "A number says that the level was reached; `argmax`, for one, gives 0 where nothing is true.",
        "What comes back if no loss is low enough?",
    ),
    Misconception(
        "start left out", "The first loss, before any training, is not looked at.", "Look at where the search begins."
    ),
    Misconception("exclusive level", "A loss equal to the level has reached it.", "Look at the comparison."),
    Misconception(
        "counted epochs",
        "Epochs on one side of the level are counted; a loss that rises again makes that another number.",
        "Look for a sum.",
    ),
    Misconception(
        "counted from one",
        "The first loss is that before training, so it belongs to epoch 0.",
        "Look at where counting starts.",
    ),
    Misconception(
        "last epoch above", "It stops one epoch before the level is reached.", "Look at which index is returned."
    ),
    Misconception(
        "last epoch below", "The level was reached earlier already.", "Look at when the search ends, or at which index."
    ),
    Misconception(
        "nan not counted",
        "An epoch whose loss is nan is an epoch all the same; without it the later ones get smaller numbers.",
        "Look at what is left out before counting.",
    ),
    Misconception(
        "nan taken for low", "A loss that is nan is not below any level.", "What does a comparison with nan say?"
    ),
    Misconception(
        "nan hides the others",
        "A loss that is nan decides nothing about the others, and a minimum or a sum with a nan in it says nothing.",
        "Look at what is computed from all losses at once, and at where the search ends.",
    ),
    Misconception(
        "nearly is enough",
        "A loss that is above the level, if only by a little, has not reached it.",
        "Look for rounding or a tolerance.",
    ),
    Misconception(
        "nearly is not enough",
        "A loss that is below the level, if only by a little, has reached it.",
        "Look for rounding or a tolerance.",
    ),
    Misconception("lowest loss", "The lowest loss may come long after the level is reached.", "Where is `level` used?"),
)

_COMPARISON = (
    Misconception("not a run", "The whole run is asked for: it holds the losses and the weights.", "Look at “run”."),
    Misconception(
        "wrong number of epochs", "The training is longer or shorter than the task's.", "Compare with EPOCHS."
    ),
    Misconception(
        "wrong start",
        "The run does not start from what its initializer gives.",
        "Look at which weights the training is given.",
    ),
    Misconception(
        "initializer of another run",
        "The run starts from another initializer's weights, so it says nothing of its own.",
        "Look at what changes from one round of the loop to the next.",
    ),
    Misconception(
        "weights carried over",
        "The run starts from what the one before has trained, so it has a lead.",
        "Every run needs new weights.",
    ),
    Misconception(
        "another training",
        "Batch size or optimizer are not those of the task, so the runs cannot be compared with its figures.",
        "Compare the arguments with the constants above.",
    ),
    Misconception(
        "history of another run",
        "The losses and the weights of one entry come from different trainings.",
        "Look at what is stored under “run”.",
    ),
    Misconception(
        "not paired",
        "Each run gets batches of its own, so a difference may be theirs and not the initializer's.",
        "Draw the order of the samples once for all runs.",
    ),
    Misconception(
        "rng not passed on",
        "With another generator the result stays the same, so what draws does not get the function's `rng`.",
        "Look for a fixed seed, or an order that is not drawn.",
    ),
    Misconception(
        "same order in every epoch",
        "The samples are shuffled once, and then every epoch has the same batches.",
        "How many orders does `draw_order` draw, and for how many epochs?",
    ),
    Misconception(
        "generator copied",
        "A copy of a generator gives the same numbers again, so that draws are not independent.",
        "Keep the generator that is given, itself: look for a copy, or for one that is set back.",
    ),
    Misconception(
        "one run for two names",
        "Every name in `initializers` gets weights of its own, also if two names have the same initializer.",
        "Look at what a run is looked up by.",
    ),
    Misconception(
        "epochs of another run or level",
        "The number of epochs is not what the run's own losses show.",
        "Look at which losses and which level it is computed from.",
    ),
    Misconception(
        "counted before training",
        "The units are counted in the weights that the training began with.",
        "Look at which weights are counted.",
    ),
    Misconception(
        "counted on the biases",
        "A unit is a column of the kernel; its bias is one number beside it.",
        "Look at which weights are counted.",
    ),
    Misconception("another layer", "The first kernel is asked for.", "Look at the index of the kernel."),
)

Q1 = (*_UNITS, *_EPOCHS, *_COMPARISON)
