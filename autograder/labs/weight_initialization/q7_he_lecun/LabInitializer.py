"""Q7, XOR in Keras: the student's initializer wrapped for Keras."""

from dataclasses import dataclass

import numpy as np

from autograder.labs.weight_initialization.asking import inside
from autograder.labs.weight_initialization.inside import arguments
from autograder.labs.weight_initialization.q7_he_lecun.signed_kernels import (
    SIGNED,
    SIGNED_WINDOW,
    different,
    number_signed,
    signature,
)
from autograder.sandbox.probes import Ref, Rng, call
from autograder.verdict import values
from autograder.verdict.grader import Case, Grader, Probe, Wrong, needs, points
from autograder.verdict.mistakes import Mistake, expect


@dataclass(frozen=True)
class Given:
    """The shapes that Keras asks for, each twice, and the seed of the wrapper that was made last."""

    shape: tuple[int, int]
    window: tuple[int, ...]  # a convolution's, each width with one digit
    last: int


class TestLabInitializer(Grader):
    notebook, function = "part2_techniques", "LabInitializer"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        """Wrappers of two functions and of several generators, which are all there when the first one is asked."""
        shape = (int(draw.integers(6, 12)), int(draw.integers(12, 30)))
        window = tuple(int(width) for width in draw.choice(np.arange(2, 10), 4, replace=False))
        first, other, last = (int(seed) for seed in draw.choice(2**31, 3, replace=False))
        steps: dict = {
            "window_wrapper": call("LabInitializer", SIGNED_WINDOW, Rng(other)),
            "window": inside("drawn_by", [Ref("window_wrapper")], [window, window]),
        }
        seeds = {"first": first, "other": other, "again": first}
        steps |= {f"{name}_wrapper": call("LabInitializer", SIGNED, Rng(seed)) for name, seed in seeds.items()}
        steps["last_wrapper"] = call("LabInitializer", SIGNED_WINDOW, Rng(last))
        steps |= {name: inside("drawn_by", [Ref(f"{name}_wrapper")], [shape, shape]) for name in seeds}
        steps["generator"] = Rng(first)
        for name in ("shared", "sharing"):
            steps[f"{name}_wrapper"] = call("LabInitializer", SIGNED, Ref("generator"))
        steps["shared"] = inside("drawn_by", [Ref("shared_wrapper"), Ref("sharing_wrapper")], [shape])
        return Probe(steps, Given(shape, window, last))

    @points(1)
    def test_draws(self, case: Case[Given]) -> None:
        """It is a Keras initializer that returns the weights of the function it wraps, for the shape Keras asks for."""
        shape, window = case.given.shape, case.given.window
        for step in ("first", "other"):
            for array in drawn(case, step):
                array = weights_of(array, shape)
                if number_signed(array) == digits(shape):
                    raise kept_on_the_class()
                signed_for = signature(array)
                if signed_for is None:
                    raise Wrong(
                        "The weights are not those that the wrapped function returns for this shape and generator: "
                        "they are changed, or come from elsewhere.",
                        "wrapped function not used",
                    )
                about = f"Keras asked for the shape {shape}; the wrapped function was asked for {signed_for}."
                turned = Mistake("transposed shape", "", shape[::-1])
                expect(signed_for, shape, about, [turned], otherwise="wrong shape")
        for array in drawn(case, "window"):
            if number_signed(weights_of(array, window)) != digits(window):
                raise Wrong(
                    f"Keras asked for the shape {window}, that of a convolution; the wrapped function was asked for "
                    "another one, or its weights were changed. Hand the shape on as it comes.",
                    "wrong shape",
                )

    @points(1)
    @needs("test_draws")
    def test_moves_on(self, case: Case[Given]) -> None:
        """Two layers of the same shape get different weights, drawn one after the other from the generator given."""
        first, second = numbers_of(case, "first")
        if not different(first, arguments.signed(case.given.shape, np.random.default_rng(case.given.last))):
            raise kept_on_the_class()
        if not different(first, second):
            raise Wrong(
                "Asked twice for the same shape it returned the same weights: two equal layers would start as twins. "
                "Go on with one generator instead of making it anew, or keeping what it drew.",
                "generator not moved on",
            )
        if not different(first, numbers_of(case, "other")[0]):
            raise Wrong("Another generator gave the same weights: use the one that is given.", "seed reset inside")
        if different(first, numbers_of(case, "again")[0]):
            raise Wrong(
                "A generator in the same state gave other weights: draw from the one that is given.",
                "generator ignored",
            )
        if not different(*numbers_of(case, "shared")):
            raise Wrong(
                "Two wrappers of one generator returned the same weights: each goes on with a copy of it. "
                "Keep the generator itself, so that it moves on for all who draw from it.",
                "generator copied",
            )


def digits(shape: tuple[int, ...]) -> int:
    """What `signed_window` signs kernels of this shape with."""
    return int("".join(map(str, shape)))


def kept_on_the_class() -> Wrong:
    """The failure of an object that uses what another object was given."""
    return Wrong(
        "An object made later changed what this one returns: its function or its generator is used by all. "
        "Keep what belongs to one object in that object, `self.…`, not in the class and not outside.",
        "kept on the class",
    )


def weights_of(array: object, shape: tuple[int, ...]) -> np.ndarray:
    """What was returned for a shape, as an array of it."""
    return values.array_of(array, shape, f"The weights for the shape {shape}", "as asked for")


def numbers_of(case: Case[Given], step: str) -> list[np.ndarray]:
    """The two arrays that were drawn in a step."""
    return [values.numbers(array, "The weights") for array in drawn(case, step)]


def drawn(case: Case[Given], step: str) -> list:
    """What the wrapper returned for the two shapes, should it be a Keras initializer at all."""
    case.value(f"{step}_wrapper")
    match case.value(step):
        case {"is_initializer": True, "arrays": list(arrays)} if len(arrays) == 2:
            return arrays
    raise Wrong(
        "LabInitializer(initializer, rng) should be a keras.initializers.Initializer: derive the class from it.",
        "no Keras initializer",
    )
