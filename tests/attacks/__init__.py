"""Hostile submissions, and honest ones that look odd: what each does, and what must hold when it is graded.

Most are answer files as in the example class (see `autograder.example`), one for each attack, in a folder for each
kind; those that need a file or folder which cannot be kept here are built by the functions in `files`.
`battlefield` grades them all, and `python -m tests.attacks` writes down what stopped each.
"""
