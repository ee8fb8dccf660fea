"""Answers, right and wrong, each with the verdict it must get: a file for each graded function."""
