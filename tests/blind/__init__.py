"""Answers written from the notebooks' text alone, by people who had not seen a grader, a bank or a master.

A folder for each round, in it one for each graded function: `right_*.py` and `wrong_*.py`, each the cell that a student
would complete. A round was committed before it was first judged, and no answer was changed afterwards.
`python -m tests.blind` judges them; `disputed.toml` has those that a closer look at the text showed to be the other
kind, each with the sentence that decides.
"""
