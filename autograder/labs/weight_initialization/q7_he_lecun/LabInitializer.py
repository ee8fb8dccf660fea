"""Q7, XOR in Keras: the student's initializer wrapped for Keras."""

from dataclasses import dataclass

import numpy as np

from autograder.labs.weight_initialization.asking import inside
from autograder.labs.weight_initialization.q7_he_lecun.signed_kernels import SIGNED, different, signature
from autograder.sandbox.probes import Ref, Rng, call
from autograder.verdict import values
from autograder.verdict.grader import Case, Grader, Probe, Wrong, needs, points
from autograder.verdict.mistakes import Mistake, expect


@dataclass(frozen=True)
class Given:
    """The shape that Keras asks for, twice."""

    shape: tuple[int, int]


class TestLabInitializer(Grader):
    notebook, function = "part2_techniques", "LabInitializer"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        shape = (int(draw.integers(6, 12)), int(draw.integers(12, 30)))
        steps: dict = {}
        first, other = (int(seed) for seed in draw.choice(2**31, 2, replace=False))
        for name, seed in (("first", first), ("other", other), ("again", first)):
            steps[f"{name}_wrapper"] = call("LabInitializer", SIGNED, Rng(seed))
            steps[name] = inside("drawn_by", Ref(f"{name}_wrapper"), [shape, shape])
        return Probe(steps, Given(shape))

    @points(1)
    def test_draws(self, case: Case[Given]) -> None:
        """It is a Keras initializer that returns the weights of the function it wraps, for the shape Keras asks for."""
        shape = case.given.shape
        for step in ("first", "other"):
            for array in drawn(case, step):
                array = values.array_of(array, shape, f"The weights for the shape {shape}", "as asked for")
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

    @points(1)
    @needs("test_draws")
    def test_moves_on(self, case: Case[Given]) -> None:
        """Two layers of the same shape get different weights, drawn one after the other from the generator given."""
        first, second = (values.numbers(array, "The weights") for array in drawn(case, "first"))
        if not different(first, second):
            raise Wrong(
                "Asked twice for the same shape it returned the same weights: two equal layers would start as twins. "
                "Go on with one generator instead of making it anew, or keeping what it drew.",
                "generator not moved on",
            )
        if not different(first, values.numbers(drawn(case, "other")[0], "The weights")):
            raise Wrong("Another generator gave the same weights: use the one that is given.", "seed reset inside")
        if different(first, values.numbers(drawn(case, "again")[0], "The weights")):
            raise Wrong(
                "A generator in the same state gave other weights: draw from the one that is given.",
                "generator ignored",
            )


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
