"""Self-checks of the initializers of Part 2, on two dense kernels and one convolution kernel."""

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from initlab.selfcheck.report import attempt, passed, require

DENSE, TURNED, CONVOLUTION = (300, 100), (100, 300), (3, 5, 24, 48)
# 29,000 draws and more: a sample's standard deviation strays by under 0.5 %, so 5 % is never bad luck
TOLERANCE = 0.05

Initializer = Callable[..., np.ndarray]
Fans = dict[tuple[int, ...], tuple[int, int]]
FANS: Fans = {DENSE: (300, 100), TURNED: (100, 300), CONVOLUTION: (360, 720)}


def fans(function: Callable[[tuple[int, ...]], tuple[int, int]]) -> None:
    """Checks `fans(shape)`."""
    for shape, expected in FANS.items():
        call = f"fans({shape})"
        result = attempt("fans", call, function, shape)
        require(
            isinstance(result, tuple | list) and len(result) == 2,
            f"{call} should return the pair (fan_in, fan_out); it returned {result!r}.",
        )
        kind = "a convolution kernel: every unit sees height × width pixels" if len(shape) == 4 else "a dense kernel"
        require(
            tuple(result) == expected,
            f"{call} returned {tuple(result)}. This is {kind}. Which axis counts the inputs, which the outputs?",
        )
    passed("fans", "dense kernels and convolution kernels")


def zeros(function: Initializer) -> None:
    """Checks `zeros(shape, rng)`."""
    for shape in (DENSE, CONVOLUTION):
        weights = _weights("zeros", function, shape)
        require(bool(np.all(weights == 0)), f"zeros({shape}, rng) holds values other than 0.")
        _require_new("zeros", function, shape)
    passed("zeros", "every weight is 0")


def constant(function: Initializer) -> None:
    """Checks `constant(shape, rng, value)`."""
    for value in (0.5, -0.25, 2, 0):
        weights = _weights("constant", function, DENSE, value=value)
        found = np.unique(weights)[:3]
        require(
            bool(np.all(weights == value)),
            f"constant({DENSE}, rng, value={value}) holds {found}, not only {value}.",
        )
    require(
        bool(np.all(_weights("constant", function, DENSE) == 0.5)),
        "Without a value given, constant should use 0.5.",
    )
    _require_new("constant", function, DENSE)
    passed("constant", "every weight is the value asked for")


def random_normal(function: Initializer) -> None:
    """Checks `random_normal(shape, rng, std)`."""
    for std in (0.05, 0.3):
        _check_spread("random_normal", _draw("random_normal", function, DENSE, std=std), std, f"std = {std}", "normal")
    passed("random_normal", "centred on 0, with the standard deviation asked for")


def random_uniform(function: Initializer) -> None:
    """Checks `random_uniform(shape, rng, limit)`."""
    for limit in (0.05, 0.3):
        _check_limit("random_uniform", function, DENSE, limit, f"limit = {limit}", limit=limit)
    passed("random_uniform", "spread evenly between -limit and limit")


def xavier_normal(function: Initializer) -> None:
    """Checks `xavier_normal(shape, rng)`."""
    passed(
        "xavier_normal",
        _check_normal("xavier_normal", function, "2 / (fan_in + fan_out)", lambda a, b: 2 / (a + b)),
    )


def xavier_uniform(function: Initializer) -> None:
    """Checks `xavier_uniform(shape, rng)`."""
    facts = _check_uniform("xavier_uniform", function, "6 / (fan_in + fan_out)", lambda a, b: 6 / (a + b))
    passed("xavier_uniform", facts)


def he_normal(function: Initializer) -> None:
    """Checks `he_normal(shape, rng, negative_slope)`."""
    facts = _check_normal("he_normal", function, "2 / fan_in", lambda a, b: 2 / a)
    for slope in (0.5, 2.0):
        weights = _draw("he_normal", function, DENSE, negative_slope=slope)
        what = f"kernel {DENSE} with negative_slope={slope}"
        _check_spread("he_normal", weights, math.sqrt(2 / ((1 + slope**2) * 300)), what, "normal")
    passed("he_normal", facts, "negative_slope makes it smaller, as in the formula")


def he_uniform(function: Initializer) -> None:
    """Checks `he_uniform(shape, rng, negative_slope)`."""
    facts = _check_uniform("he_uniform", function, "6 / fan_in", lambda a, b: 6 / a)
    for slope in (0.5, 2.0):
        what = f"kernel {DENSE} with negative_slope={slope}"
        limit = math.sqrt(6 / ((1 + slope**2) * 300))
        _check_limit("he_uniform", function, DENSE, limit, what, negative_slope=slope)
    passed("he_uniform", facts, "negative_slope makes it smaller, as in the formula")


def lecun_normal(function: Initializer) -> None:
    """Checks `lecun_normal(shape, rng)`."""
    passed("lecun_normal", _check_normal("lecun_normal", function, "1 / fan_in", lambda a, b: 1 / a))


def _check_normal(name: str, function: Initializer, words: str, variance: Callable[[int, int], float]) -> str:
    for shape, (a, b) in FANS.items():
        what = f"kernel {shape}: the variance should be {words} = {variance(a, b):.3g}"
        _check_spread(name, _draw(name, function, shape), math.sqrt(variance(a, b)), what, "normal")
    return f"the variance is {words} for dense and convolution kernels"


def _check_uniform(name: str, function: Initializer, words: str, square: Callable[[int, int], float]) -> str:
    for shape, (a, b) in FANS.items():
        what = f"kernel {shape}: the limit should be the square root of {words}"
        _check_limit(name, function, shape, math.sqrt(square(a, b)), what)
    return f"the limit is the square root of {words} for dense and convolution kernels"


def _check_spread(name: str, weights: np.ndarray, std: float, what: str, family: str) -> None:
    measured = float(weights.std())
    require(
        abs(float(weights.mean())) < 0.1 * max(std, measured),
        f"{name}, {what}. The weights should be centred on 0; their mean is {weights.mean():.3g}.",
    )
    if abs(measured / std**2 - 1) < TOLERANCE:
        hint = "that is its square: a variance where a standard deviation belongs?"
    elif abs(measured / math.sqrt(std) - 1) < TOLERANCE:
        hint = "that is its square root: one root too many?"
    else:
        hint = f"yours is {measured / std:.3g} times that"
    require(
        abs(measured / std - 1) < TOLERANCE,
        f"{name}, {what}. Your weights have standard deviation {measured:.4g}; it should be about {std:.4g} ({hint}).",
    )
    largest = np.abs(weights).max()
    tied = int(np.sum(np.abs(weights) == largest))
    require(
        tied < 10,
        f"{name}, {what}. {tied} weights are exactly {largest:.4g} in size, which draws never are: "
        "were they clipped, or copied?",
    )
    if family == "normal":
        far = float(np.mean(np.abs(weights) > 1.7 * std))  # of a normal law 8.9 % lie out there, of a uniform one 1.8 %
        require(
            far > 0.05,
            f"{name}, {what}. The spread is right, but these weights are not normally distributed.",
        )


def _require_new(name: str, function: Initializer, shape: tuple[int, ...]) -> None:
    """What is written into one array does not show in another."""
    first, second = (function(shape, np.random.default_rng(7)) for _ in range(2))
    if first.flags.writeable:
        first[...] = 12345
    shown = bool(np.any(second == 12345))
    require(
        not shown and not np.any(function(shape, np.random.default_rng(7)) == 12345),
        f"{name} returned an array that an earlier call has returned already: what is written into the one shows in "
        "the other. Every call should make a new array.",
    )


def _check_limit(
    name: str, function: Initializer, shape: tuple[int, ...], limit: float, what: str, /, **kwargs: Any
) -> None:
    weights = _draw(name, function, shape, **kwargs)
    largest = float(np.abs(weights).max())
    require(
        abs(largest / limit - 1) < TOLERANCE,
        f"{name}, {what}. Your largest weight is {largest:.4g} in size; the limit is {limit:.4g} "
        f"(yours is {largest / limit:.3g} times that).",
    )
    _check_spread(name, weights, limit / math.sqrt(3), what, "uniform")
    # the largest of 30,000 draws, in float32, is the limit itself once in 280 times at most; of two kernels, in both
    another = float(np.abs(function(shape, np.random.default_rng(8), **kwargs)).max())
    require(
        max(abs(largest / limit - 1), abs(another / limit - 1)) > 1e-9,
        f"{name}, {what}. The largest weight is exactly the limit, each time, which draws never are: "
        "were the weights stretched to it after they were drawn?",
    )


def _draw(name: str, function: Initializer, shape: tuple[int, ...], **kwargs: Any) -> np.ndarray:
    """Weights that are random, and all their chance comes from `rng`."""
    weights = _weights(name, function, shape, **kwargs)
    rng = np.random.default_rng(7)
    one, two = (function(shape, rng, **kwargs) for _ in range(2))
    require(
        not np.array_equal(one, two),
        f"{name} gave the same weights twice in a row. Draw from the `rng` that is given, not from one made inside.",
    )
    return weights


def _weights(name: str, function: Initializer, shape: tuple[int, ...], **kwargs: Any) -> np.ndarray:
    """An array of finite floats of that shape, the same again for a generator in the same state."""
    said = "".join(f", {key}={value}" for key, value in kwargs.items())
    call = f"{name}({shape}, rng{said})"
    first, second = (attempt(name, call, function, shape, np.random.default_rng(7), **kwargs) for _ in range(2))
    require(
        isinstance(first, np.ndarray),
        f"{call} should return a NumPy array; what it returned is of type {type(first).__name__}.",
    )
    require(
        first.shape == shape,
        f"{call} returned an array of shape {first.shape}; its shape should be the one asked for.",
    )
    require(
        first.dtype.kind == "f" and first.dtype.itemsize >= 4,
        f"{call} returned {first.dtype} numbers; weights are floats of 32 or 64 bits, or training will round them.",
    )
    require(bool(np.isfinite(first).all()), f"{call} holds values that are not finite (nan or inf).")
    require(
        np.array_equal(first, second),
        f"{call} gave other weights for a generator in the same state. Draw from `rng`, not from np.random.",
    )
    return first
