"""Asking for what the lab has inside the sandbox."""

from typing import Any

from autograder.labs.weight_initialization.inside import arguments
from autograder.sandbox.probes import Call, library


def inside(name: str, *args: Any) -> Call:
    """A call of something in `inside.arguments`."""
    return library(f"{arguments.__name__}.{name}", *args)
