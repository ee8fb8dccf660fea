"""Whether a mutant and its solution give the same on generated inputs, for survivors that the table calls the same."""

import warnings
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

import initlab
import numpy as np

from tests.bank import local
from tests.mutants.generation import Mutant, mutants_of
from tests.mutants.judging import notebook_with
from tests.mutants.table import survivors
from tests.notebooks import defined_by

INPUTS = 10_000
CLOSE = 1e-9  # relative: sums in another order
Draw = np.random.Generator


def widths_of(draw: Draw, layers: int) -> tuple[int, ...]:
    """Uneven widths of a small network, its last layer's included."""
    return tuple(int(w) for w in draw.integers(2, 7, layers + 1))


def samples(draw: Draw, width: int, outputs: int) -> initlab.Data:
    """Some samples for it."""
    count = int(draw.integers(2, 9))
    names = tuple(f"x{i}" for i in range(width))
    classes = tuple(f"c{i}" for i in range(outputs))
    return initlab.Data(draw.normal(0, 2, (count, width)), draw.integers(0, outputs, count), names, classes)


def network(draw: Draw, *kinds: str, replicas: int = 1) -> tuple[initlab.Network, initlab.Weights, initlab.Data]:
    """A network with one to four hidden layers of one of these kinds, weights of any size, and data."""
    widths = widths_of(draw, int(draw.integers(2, 6)))
    made = initlab.Network(widths, str(draw.choice(kinds or ("tanh", "sigmoid", "relu"))))
    std = 10 ** draw.uniform(-3, 2)
    weights = made.initialize(lambda shape, rng: rng.normal(0, std, shape), draw, replicas)
    return made, weights, samples(draw, widths[0], widths[-1])


def kernel_shape(draw: Draw) -> tuple[int, ...]:
    """Of a dense layer or a convolution."""
    return tuple(int(n) for n in draw.integers(1, 9, int(draw.choice([2, 2, 4]))))


def kernel(draw: Draw) -> np.ndarray:
    """Whose columns are often the same, exactly or up to rounding, at any scale."""
    units = draw.integers(-2, 3, (int(draw.integers(1, 5)), int(draw.integers(1, 6)))).astype(float)
    columns = units[:, draw.integers(0, units.shape[1], int(draw.integers(1, 9)))]
    return (columns + draw.uniform(-1e-9, 1e-9, columns.shape)) * 10 ** draw.uniform(-8, 8)


def losses(draw: Draw) -> dict[str, np.ndarray]:
    """Of some initializers, a few runs each, which go up and down together."""
    luck = draw.normal(1, 0.2, int(draw.integers(2, 12)))
    return {name: luck + draw.normal(draw.normal(0, 0.1), 0.1, luck.size) for name in "abcd"[: draw.integers(2, 5)]}


def table_of(draw: Draw) -> dict[float, float]:
    """Scale to final loss, some of them no number."""
    found = draw.choice([0.1, 0.4, 0.5, 0.6, 2.0, np.inf, np.nan], int(draw.integers(1, 8)))
    return {float(scale): float(loss) for scale, loss in zip(draw.permutation(20), found, strict=False)}


def advice(activation: str, fan_in: int, fan_out: int) -> dict[str, Any]:
    """Another one than any that is published."""
    return {"scheme": "odd", "std": 1.7 / np.sqrt(fan_in + 3 * fan_out)}


def drawn(shape: tuple[int, ...], rng: Draw) -> np.ndarray:
    """An initializer."""
    return rng.normal(0, 0.7, shape)


def _initializer(draw: Draw, *values: float) -> tuple:
    return (kernel_shape(draw), np.random.default_rng(int(draw.integers(2**31))), *values)


def _asked(draw: Draw) -> Draw:
    return np.random.default_rng(int(draw.integers(2**31)))


def _gradients(draw: Draw) -> tuple:
    made, weights, data = network(draw)
    return made, weights, data.inputs, data.labels


def _replicas(draw: Draw) -> tuple:
    made, weights, data = network(draw, replicas=int(draw.integers(1, 4)))
    return made, weights, data.inputs


def _variances(draw: Draw) -> tuple:
    made, _, data = network(draw)
    return drawn, made, data.inputs, draw.normal(0, 1, (len(data), made.widths[-1])), _asked(draw)


def _moments(draw: Draw) -> tuple:
    made, _, data = network(draw)
    return drawn, made, data.inputs, _asked(draw), int(draw.integers(1, 4))


def _sweep(draw: Draw) -> tuple:
    made, _, data = network(draw)
    return [float(s) for s in draw.uniform(0.01, 3, int(draw.integers(1, 4)))], made, data, _asked(draw)


def _evaluated(draw: Draw) -> tuple:
    widths = widths_of(draw, int(draw.integers(3, 6)))
    inputs = draw.normal(0, 1, (int(draw.integers(2, 9)), widths[0]))
    return advice, str(draw.choice(["tanh", "relu", "selu"])), widths, inputs, _asked(draw), int(draw.integers(1, 4))


ACTIVATIONS = ("relu", "leaky_relu", "tanh", "sigmoid", "selu", "swish")
ARGUMENTS: Mapping[str, Callable[[Draw], tuple]] = {
    "fans": lambda draw: (kernel_shape(draw),),
    "distinct_units": lambda draw: (kernel(draw),),
    "epochs_to_reach": lambda draw: (draw.choice([0.1, 0.5, 0.9, np.nan], int(draw.integers(1, 9))), 0.5),
    "saturated_fraction": lambda draw: (
        draw.choice([-0.999, -0.5, 0.0, 0.001, 0.5, 0.999], tuple(draw.integers(1, 6, 2))),
        str(draw.choice(["tanh", "sigmoid", "relu"])),
    ),
    "gradient_norms": _gradients,
    "diagnose": lambda draw: network(draw, "tanh", "sigmoid", "relu"),
    "predicted_second_moments": lambda draw: (
        widths_of(draw, int(draw.integers(1, 6))), float(draw.uniform(0, 2)), str(draw.choice(["linear", "relu"]))
    ),
    "measured_second_moments": _replicas,
    "steady_variance": lambda draw: (int(draw.integers(1, 999)), str(draw.choice(["linear", "relu"]))),
    "zeros": _initializer,
    "constant": lambda draw: _initializer(draw, float(draw.normal())),
    "random_normal": lambda draw: _initializer(draw, float(draw.uniform(0, 2))),
    "random_uniform": lambda draw: _initializer(draw, float(draw.uniform(0, 2))),
    "xavier_normal": _initializer,
    "xavier_uniform": _initializer,
    "he_normal": lambda draw: _initializer(draw, float(draw.uniform(0, 1))),
    "he_uniform": lambda draw: _initializer(draw, float(draw.uniform(0, 1))),
    "lecun_normal": _initializer,
    "range_that_trains": lambda draw: (table_of(draw), 0.5),
    "sweep_scales": _sweep,
    "layer_variances": _variances,
    "second_moments": _moments,
    "compare": lambda draw: (losses(draw), float(draw.uniform(0.5, 0.99))),
    "recommend": lambda draw: (
        str(draw.choice(ACTIVATIONS)), *(int(n) for n in draw.integers(1, 999, 2)), float(draw.uniform(0, 1))
    ),
    "evaluate_advice": _evaluated,
}  # fmt: skip


def plain(value: Any) -> Any:
    """A value without its type: what counts for a grade."""
    match value:
        case dict():
            return {key: plain(item) for key, item in value.items()}
        case list() | tuple():
            return [plain(item) for item in value]
        case np.ndarray() | np.generic():
            return value.tolist()
        case initlab.Weights():
            return value.vectors().tolist()
    return value


def alike(one: Any, two: Any) -> bool:
    """Whether two plain values are the same, numbers up to rounding."""
    match one, two:
        case (dict(), dict()):
            return one.keys() == two.keys() and all(alike(one[key], two[key]) for key in one)
        case (list(), list()):
            return len(one) == len(two) and all(map(alike, one, two))
        case (bool(), bool()) | (str(), str()) | (None, None):
            return one == two
        case (int() | float(), int() | float()):
            return bool(np.isclose(one, two, rtol=CLOSE, atol=0, equal_nan=True))
    return False


def answer(function: Callable, seed: int, arguments: Callable[[Draw], tuple]) -> Any:
    """What a function makes of the inputs that this seed draws; an error is an answer like any other."""
    try:
        return plain(function(*arguments(np.random.default_rng(seed))))
    except Exception:
        return "an error"


def differs_at(mutant: Mutant, inputs: int = INPUTS) -> int | None:
    """The seed of the first inputs of which a mutant makes something else than the solution; None if there is none."""
    names = defined_by("reference", local.graders()[mutant.function].notebook)
    solution, changed = names[mutant.function], notebook_with(mutant)[mutant.function]
    arguments = ARGUMENTS[mutant.function]
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        for seed in range(inputs):
            if not alike(answer(solution, seed, arguments), answer(changed, seed, arguments)):
                return seed
    return None


def differences(functions: Collection[str], inputs: int = INPUTS) -> Iterator[str]:
    """Of these functions' rows that say "same": the inputs of which mutant and solution make something else."""
    for row in survivors().values():
        if row.kind == "same":
            function = row.name.split(":")[0]
            if function not in functions:
                continue
            mutant = next(m for m in mutants_of(function) if m.name == row.name)
            if (seed := differs_at(mutant, inputs)) is not None:
                yield f"differs at seed {seed}: {mutant.row}"
