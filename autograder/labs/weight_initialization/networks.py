"""initlab's networks out of what came back described."""

from itertools import pairwise
from typing import Any

import initlab

from autograder.verdict.grader import Wrong, type_name
from autograder.verdict.values import array_of


def weights_of(unpacked: Any, widths: tuple[int, ...]) -> initlab.Weights:
    """One network's weights out of a described `initlab.Weights`. Raises `Wrong` if it is none of these widths."""
    shapes = list(pairwise(widths))
    parts: list[Any] = [unpacked.get(kind) for kind in ("kernels", "biases")] if isinstance(unpacked, dict) else [None]
    if not all(isinstance(part, list | tuple) and len(part) == len(shapes) for part in parts):
        raise Wrong(
            f"The entry 'weights' should be an initlab.Weights of {len(shapes)} layers, as `network.initialize`"
            f" returns; it is {type_name(unpacked)}.",
            "weights missing",
        )
    axes = "the first axis being the one network"
    kernels, biases = parts
    return initlab.Weights(
        tuple(array_of(k, (1, *shape), "A kernel", axes) for k, shape in zip(kernels, shapes, strict=True)),
        tuple(array_of(b, (1, shape[1]), "A bias", axes) for b, shape in zip(biases, shapes, strict=True)),
    )
