"""What the worker notes of a call beside its answer: which of its arguments it wrote into, however deep."""

from collections.abc import Callable
from typing import Any

import initlab
import numpy as np
import pytest

from autograder.sandbox.frames import Returned
from autograder.sandbox.probes import Ref, call, library
from autograder.sandbox.worker import _run_probe
from autograder.verdict.grader import Case, Wrong


def answer_of(function: Callable[..., Any]) -> Returned:
    """The answer to a call with an array, a network, its weights and a dictionary, all new."""
    steps = {
        "network": library("initlab.Network", (2, 3, 1), "tanh", "sigmoid"),
        "weights": library(
            "initlab.Weights", [np.ones((1, 2, 3)), np.ones((1, 3, 1))], [np.zeros((1, 3)), np.zeros((1, 1))]
        ),
        "numbers": call("function", np.arange(3.0), Ref("network"), Ref("weights"), more={"a": [1, 2]}),
    }
    (*_, (_, answer)) = _run_probe(steps, {"function": function}, 5.0)
    assert isinstance(answer, Returned)
    return answer


def into_the_dict(numbers: np.ndarray, network: initlab.Network, weights: initlab.Weights, more: dict) -> None:
    more["b"] = more.pop("a")


def into_a_list(numbers: np.ndarray, network: initlab.Network, weights: initlab.Weights, more: dict) -> None:
    more["a"].append(3)


def into_an_array(numbers: np.ndarray, network: initlab.Network, weights: initlab.Weights, more: dict) -> None:
    numbers[0] = np.nan


def into_the_weights(numbers: np.ndarray, network: initlab.Network, weights: initlab.Weights, more: dict) -> None:
    weights.kernels[1][...] *= 2


def into_nothing(numbers: np.ndarray, network: initlab.Network, weights: initlab.Weights, more: dict) -> Any:
    numbers = numbers * 2
    more = more | {"b": numbers}
    return network.forward(weights, np.ones((4, 2))).outputs


@pytest.mark.parametrize(
    ("function", "changed"),
    [
        (into_the_dict, ("more",)),
        (into_a_list, ("more",)),
        (into_an_array, ("argument 1",)),
        (into_the_weights, ("argument 3",)),
        (into_nothing, ()),
    ],
)
def test_it_notes_the_arguments_that_a_call_wrote_into(function: Callable[..., Any], changed: tuple[str, ...]) -> None:
    assert answer_of(function).changed == changed


def test_a_grader_says_so_in_words() -> None:
    answer = answer_of(into_an_array)
    with pytest.raises(Wrong, match="function writes into what it is given") as raised:
        Case("function", None, {"numbers": answer}).require_untouched()
    assert raised.value.misconception == "argument changed"
