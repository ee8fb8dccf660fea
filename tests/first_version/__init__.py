"""The first version of the project: a course that it left behind, and what was found in it, tried then and now."""
