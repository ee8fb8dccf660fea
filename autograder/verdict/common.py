"""Mistakes that any lab's answers may have: there is none, or it has another form than was asked for."""

from autograder.verdict.mistakes import Misconception

COMMON = (
    Misconception("not defined", "The name is missing, perhaps renamed or deleted.", "Restore the line with `def`."),
    Misconception("not written", "The function still raises NotImplementedError.", "Replace that line by your code."),
    Misconception("too slow", "The call did not end in time.", "Look for a loop that never ends, or does too much."),
    Misconception("raised", "Run the cell with the same arguments and read the last line of the traceback."),
    Misconception("stopped", "Something before this call ended the run.", "Restart the kernel and run all cells."),
    Misconception("not an array", "An array is asked for.", "Return what NumPy gives you, as it is."),
    Misconception("not a number", "A number or an array of numbers is asked for.", "Look at what is returned."),
    Misconception(
        "not one number", "One number is asked for, and several came.", "Look at which axes are summed over."
    ),
    Misconception("not a whole number", "A count is a whole number.", "Look at what is divided or averaged."),
    Misconception("not finite", "There is NaN or infinity in the answer.", "Look for a division by 0 or a log of 0."),
    Misconception("wrong shape", "The array has another shape than asked for.", "Compare its axes with the task's."),
    Misconception("not a truth value", "True or False is asked for.", "Look at what the comparison returns."),
    Misconception("not a dict", "A dictionary is asked for.", "Compare the answer with the task's example."),
    Misconception(
        "argument changed",
        "An array, a list or a dictionary that is handed over is not copied: what is written into it, the caller has.",
        "Look for `+=`, `out=`, `sort` or an index on the left of `=`.",
    ),
    Misconception("missing entry", "An entry of the dictionary is missing.", "Compare its keys with the task's table."),
)
