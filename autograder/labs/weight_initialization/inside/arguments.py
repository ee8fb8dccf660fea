"""Arguments of probes that plain data cannot write down, such as initializers."""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import chain, repeat
from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.sandbox.plain import plain

WRITTEN_OVER = 12345.0  # a weight that nobody returns

Initializer = Callable[[tuple[int, ...], np.random.Generator], NDArray]


def filled(value: float) -> Initializer:
    """An initializer of which every weight is `value`."""
    return lambda shape, rng: np.full(shape, value, dtype=float)


def repeating(kinds: int, seed: int) -> Initializer:
    """An initializer of kernels that hold only `kinds` different units: unit k enters and leaves like unit k % kinds.

    The generator it is called with is not used, so that the order of calls does not matter.
    """

    def initializer(shape: tuple[int, ...], rng: np.random.Generator) -> NDArray:
        fan_in, fan_out = shape
        table = np.random.default_rng([seed, fan_in, fan_out]).normal(0, 1, (kinds, kinds))
        return table[np.arange(fan_in)[:, None] % kinds, np.arange(fan_out) % kinds]

    return initializer


def by_shape(seed: int, gain: float = 1.0, growth: float = 0.0) -> Initializer:
    """An initializer whose values depend on the shape only, with variance gain / fan_in; not on the generator.

    The k-th call for the same shape, counted from 0, is larger by the factor 1 + growth k.
    """
    calls: Counter[tuple[int, ...]] = Counter()

    def initializer(shape: tuple[int, ...], rng: np.random.Generator) -> NDArray:
        shape = tuple(int(width) for width in shape)
        factor = 1 + growth * calls[shape]
        calls[shape] += 1
        return factor * np.random.default_rng([seed, *shape]).normal(0, np.sqrt(gain / shape[0]), shape)

    return initializer


def parting(seed: int) -> Initializer:
    """An initializer whose equal units part in training: equal columns from two inputs, unequal ones after them."""
    unequal = by_shape(seed)
    return lambda shape, rng: np.full(shape, 0.5) if shape[0] == 2 else unequal(shape, rng)


def first_times(factor: float, seed: int) -> Initializer:
    """An initializer as `by_shape`, with the kernel of two inputs this many times as large."""
    others = by_shape(seed)
    return lambda shape, rng: others(shape, rng) * (factor if shape[0] == 2 else 1.0)


def outgoing(values: Sequence[float]) -> Initializer:
    """An initializer of units that are equal but for the weights they leave with, `values` over and over."""
    others = np.asarray(values, dtype=float)
    return lambda shape, rng: np.full(shape, 0.5) if shape[0] == 2 else np.resize(others, shape)


def hidden(kernel: Sequence[Sequence[float]]) -> Initializer:
    """An initializer that gives two inputs this kernel, and any other layer weights of 0.5."""
    return lambda shape, rng: np.array(kernel, dtype=float) if shape[0] == 2 else np.full(shape, 0.5)


def close(kinds: int, seed: int, gap: float) -> Initializer:
    """An initializer of kernels whose units come in kinds that differ by `gap`, and leave with the same weight."""

    def initializer(shape: tuple[int, ...], rng: np.random.Generator) -> NDArray:
        fan_in, fan_out = shape
        if fan_in != 2:
            return np.full(shape, 0.5)
        return np.random.default_rng(seed).normal(0, 1, (2, 1)) + gap * (np.arange(fan_out) % kinds)

    return initializer


def drawn(std: float) -> Initializer:
    """An initializer that draws from the generator it is called with: N(0, std²)."""
    return lambda shape, rng: rng.normal(0, std, shape)


def upcoming(rng: np.random.Generator) -> int:
    """The next number of a generator, as its bits: where it has got to."""
    return int(rng.bit_generator.random_raw())


def left_behind(rng: np.random.Generator, seed: int) -> bool:
    """Whether a generator is where it started from this seed, and no other has come out of it."""
    begun = np.random.default_rng(seed).bit_generator
    return bool(
        rng.bit_generator.state == begun.state and getattr(rng.bit_generator.seed_seq, "n_children_spawned", 0) == 0
    )


def signed(shape: tuple[int, ...], rng: np.random.Generator) -> NDArray:
    """An initializer that signs its work: 1000 fan_in + fan_out, plus a part of 0.1 to 0.4 drawn from the generator."""
    fan_in, fan_out = shape
    return 1000.0 * fan_in + fan_out + rng.uniform(0.1, 0.4, shape)


def signed_window(shape: tuple[int, ...], rng: np.random.Generator) -> NDArray:
    """An initializer that signs its work with the digits of the shape, as 3528 for (3, 5, 2, 8), and a drawn part."""
    return float("".join(str(int(width)) for width in shape)) + rng.uniform(0.1, 0.4, shape)


def written_over(answer: Any) -> Any:
    """The answer, after somebody has written into it; as it is where that cannot be done."""
    array = plain(answer, 0)
    if type(array) is np.ndarray and array.dtype.kind == "f" and array.flags.writeable:
        array[...] = WRITTEN_OVER
    return answer


def as_it_is(answer: Any) -> Any:
    """The answer as it is by now."""
    return answer


def odd_advice(gain: float, tilt: float) -> Callable[..., dict[str, Any]]:
    """An advice as `recommend` gives it, with a law of its own: whoever measures it has to ask it, layer by layer."""

    def advise(activation: str, fan_in: int, fan_out: int, negative_slope: float = 0.01) -> dict[str, Any]:
        variance = (2 if activation == "tanh" else 1) * gain / (fan_in + tilt * fan_out)
        return {"scheme": "odd", "std": float(np.sqrt(variance))}

    return advise


def drawn_by(initializers: Sequence[Any], shapes: Sequence[tuple[int, ...]]) -> dict[str, Any]:
    """Whether all are Keras initializers, and what they return in turn for each shape.

    Asked for first as Keras asks, then without a type, which Keras's own initializers do not need either.
    """
    import keras

    if not all(isinstance(initializer, keras.initializers.Initializer) for initializer in initializers):
        return {"is_initializer": False, "arrays": []}
    drawn = [
        initializer(tuple(shape), **typed)
        for shape, typed in zip(shapes, chain([{"dtype": "float32"}], repeat({})), strict=False)
        for initializer in initializers
    ]
    arrays = [None if weights is None else np.asarray(weights) for weights in drawn]
    return {"is_initializer": True, "arrays": arrays}


def errors(function: Callable[..., Any], calls: Sequence[Sequence[Any]]) -> list[dict[str, Any]]:
    """What each call does that should raise: the names of the error's class and its bases, or what it returned."""
    return [_error(function, arguments) for arguments in calls]


def first_accepted(function: Callable[..., Any], calls: Sequence[Sequence[Any]]) -> str | None:
    """The first argument of the first call that raises no error; None if all do."""
    return next((str(arguments[0]) for arguments in calls if not _error(function, arguments)["raised"]), None)


def shared_layers(model: Any, other: Any) -> bool:
    """Whether two Keras models have a layer with weights in common."""
    layers = [[layer for layer in getattr(each, "layers", ()) if layer.weights] for each in (model, other)]
    return any(one is another for one in layers[0] for another in layers[1])


def _error(function: Callable[..., Any], arguments: Sequence[Any]) -> dict[str, Any]:
    try:
        return {"raised": [], "returned": function(*arguments)}
    except Exception as error:
        return {"raised": [kind.__name__ for kind in type.mro(type(error))], "returned": None}


def built(model: Any, inputs: int) -> Any:
    """The model as it is by then, built for this many inputs should it not be built yet."""
    if hasattr(model, "built") and not model.built:
        model.build((None, inputs))
    return model
