"""Implementations, right and wrong, each with the verdict it must get."""
