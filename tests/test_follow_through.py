"""Follow-through: a mistake in a helper costs its points there, and what builds on it rightly loses nothing by it."""

import math
import types
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pytest

from autograder.labs.weight_initialization.follow_through import counted_at
from autograder.verdict.verdict import Check
from tests.bank.local import graders, verdict_on
from tests.notebooks import defined_by

SECRETS = (b"1", b"2", b"3")
Fans = Callable[[tuple[int, ...]], Any]

WRONG_FANS: dict[str, Fans] = {
    "exchanged": lambda shape: (math.prod(shape[:-2]) * shape[-1], math.prod(shape[:-2]) * shape[-2]),
    "without the receptive field": lambda shape: shape[-2:],
    "of the first two axes": lambda shape: [shape[0], shape[1]],
    "the number of weights": lambda shape: (math.prod(shape),) * 2,
    "doubled": lambda shape: (2 * math.prod(shape[:-1]), 2 * math.prod(shape[:-2]) * shape[-1]),
}
NO_FANS: dict[str, Fans] = {
    "constant": lambda shape: (2, 2),
    "of the number of axes": lambda shape: (len(shape), len(shape)),
    "negative": lambda shape: (-shape[-2], shape[-1]),
    "no pair": lambda shape: shape[-2],
    "nan": lambda shape: (math.nan, math.nan),
}


def right_with(fans: Fans) -> dict[str, Callable]:
    """The right initializers of these fans."""

    def of(fan: Callable[..., float], draw: Callable) -> Callable:
        return lambda shape, rng, **more: draw(shape, rng, fan(*fans(shape)) * (1 + more.get("negative_slope", 0) ** 2))

    def normal(variance: float) -> Callable:
        return lambda shape, rng, fan: rng.normal(0, math.sqrt(variance / fan), shape)

    def uniform(shape, rng, fan):  # type: ignore[no-untyped-def]
        limit = math.sqrt(6 / fan)
        return rng.uniform(-limit, limit, shape)

    return {
        "xavier_normal": of(lambda fan_in, fan_out: fan_in + fan_out, normal(2)),
        "xavier_uniform": of(lambda fan_in, fan_out: fan_in + fan_out, uniform),
        "he_normal": of(lambda fan_in, fan_out: fan_in, normal(2)),
        "he_uniform": of(lambda fan_in, fan_out: fan_in, uniform),
        "lecun_normal": of(lambda fan_in, fan_out: fan_in, normal(1)),
    }


def judged(function: str, namespace: Mapping[str, Any], secret: bytes) -> tuple[Check, ...]:
    checks = verdict_on(graders()[function], namespace, secret)
    assert [check.name for check in checks if check.status == "grader error"] == []
    return checks


def lost(checks: tuple[Check, ...]) -> float:
    return sum(check.points - check.earned for check in checks)


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize("mistake", WRONG_FANS)
def test_one_mistake_in_fans_costs_its_points_there_and_nothing_else(mistake: str, secret: bytes) -> None:
    fans = WRONG_FANS[mistake]
    for function, initializer in right_with(fans).items():
        checks = judged(function, {"fans": fans, function: initializer}, secret)
        assert lost(checks) == 0, (function, [check.message for check in checks])
    assert lost(judged("fans", {"fans": fans}, secret)) > 0


def test_the_student_reads_where_it_is_counted() -> None:
    fans = WRONG_FANS["exchanged"]
    checks = judged("he_normal", {"fans": fans, "he_normal": right_with(fans)["he_normal"]}, b"1")
    assert {check.message for check in checks if check.name in ("test_scale", "test_negative_slope")} == {
        str(counted_at("fans"))
    }


@pytest.mark.parametrize("mistake", [None, *WRONG_FANS])
def test_another_mistake_costs_the_same_beside_it(mistake: str | None) -> None:
    fans = right_fans if mistake is None else WRONG_FANS[mistake]
    swapped = right_with(lambda shape: fans(shape)[::-1])
    checks = judged("lecun_normal", {"fans": fans, "lecun_normal": swapped["lecun_normal"]}, b"1")
    exchanged_back = mistake in ("exchanged", "the number of weights")
    assert lost(checks) == (0 if exchanged_back else 1.5)


@pytest.mark.parametrize("mistake", NO_FANS)
def test_fans_that_are_none_excuse_nothing(mistake: str) -> None:
    wide = {"fans": NO_FANS[mistake], "lecun_normal": lambda shape, rng: rng.normal(0, 1, shape)}
    assert lost(judged("lecun_normal", wide, b"1")) == 1.5


@pytest.mark.parametrize("mistake", NO_FANS)
def test_who_is_right_without_fans_loses_nothing_by_them(mistake: str) -> None:
    for function, initializer in right_with(right_fans).items():
        assert lost(judged(function, {"fans": NO_FANS[mistake], function: initializer}, b"1")) == 0


def right_fans(shape: tuple[int, ...]) -> tuple[int, int]:
    return math.prod(shape[:-1]), math.prod(shape[:-2]) * shape[-1]


# Helpers of the experiments: wrong forms of each, in a notebook that is right but for it.
HELPERS: dict[str, tuple[str, dict[str, Callable[..., Any]]]] = {
    "distinct_units": (
        "part1_understanding",
        {
            "columns": lambda kernel: kernel.shape[1],
            "the rank": lambda kernel: int(np.linalg.matrix_rank(kernel)),
            "rows": lambda kernel: len(np.unique(kernel.round(6), axis=0)),
        },
    ),
    "epochs_to_reach": (
        "part1_understanding",
        {
            "-1 for never": lambda losses, level: next((i for i, x in enumerate(losses) if x <= level), -1),
            "one late": lambda losses, level: next((i + 1 for i, x in enumerate(losses) if x <= level), None),
            "half the level": lambda losses, level: next((i for i, x in enumerate(losses) if x <= level / 2), None),
        },
    ),
    "saturated_fraction": (
        "part1_understanding",
        {
            "one rule for all": lambda activations, kind: float(np.mean(np.abs(activations) > 0.99)),
            "zeros": lambda activations, kind: float(np.mean(activations == 0)),
            "all": lambda activations, kind: 1.0,
        },
    ),
    "gradient_norms": ("part1_understanding", {"none": lambda network, *more: [0.0] * (len(network.widths) - 1)}),
    "random_normal": (
        "part2_techniques",
        {
            "variance as std": lambda shape, rng, std=0.05: rng.normal(0, std**2, shape),
            "uniform": lambda shape, rng, std=0.05: rng.uniform(-std, std, shape),
            "seeded inside": lambda shape, rng, std=0.05: np.random.default_rng(0).normal(0, std, shape),
            "numpy's own generator": lambda shape, rng, std=0.05: np.random.normal(0, std, shape),
        },
    ),
}


def notebook_with(notebook: str, **helpers: Callable) -> dict[str, Any]:
    """The names of a solved notebook, whose functions call these helpers."""
    reference = defined_by("reference", notebook)
    names: dict[str, Any] = {}
    for name, value in reference.items():
        own = isinstance(value, types.FunctionType) and value.__globals__ is reference
        names[name] = types.FunctionType(value.__code__, names, name, value.__defaults__) if own else value
    names.update(helpers)  # in place: the functions look their helpers up here
    return names


@pytest.mark.parametrize("secret", SECRETS[:2])
@pytest.mark.parametrize(
    ("helper", "form"), [(helper, form) for helper, (_, forms) in HELPERS.items() for form in forms]
)
def test_a_wrong_helper_costs_its_own_points_only(helper: str, form: str, secret: bytes) -> None:
    notebook, forms = HELPERS[helper]
    names = notebook_with(notebook, **{helper: forms[form]})
    builds_on_it = ("compare_convergence", "diagnose", "sweep_scales")
    for function, grader in graders().items():
        if grader.notebook == notebook and function in builds_on_it:
            checks = judged(function, names, secret)
            assert lost(checks) == 0, [check.message for check in checks]
    assert lost(judged(helper, names, secret)) > 0


def test_a_diagnosis_in_the_wrong_order_is_not_explained_by_helpers() -> None:
    names = notebook_with("part1_understanding", saturated_fraction=HELPERS["saturated_fraction"][1]["zeros"])
    right = names["diagnose"]
    names["diagnose"] = lambda *given: "exploding" if (found := right(*given)) == "vanishing" else found
    assert lost(judged("diagnose", names, b"1")) > 0
