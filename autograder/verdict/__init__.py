"""Verdicts: what a grader is made of, and what it decides on evidence."""
