"""The untrained networks that Q2 examines, made the same way here and in the sandbox."""

from dataclasses import dataclass

import initlab
import numpy as np

from autograder.labs.weight_initialization.asking import inside
from autograder.labs.weight_initialization.inside import arguments
from autograder.sandbox.probes import Expression, Ref, Rng, library


@dataclass(frozen=True)
class Patient:
    """An untrained network to examine: how its weights are made, and what is to be found."""

    what: str  # in words for the student
    widths: tuple[int, ...]
    activation: str
    starts: tuple[tuple, ...]  # an initializer of `inside.arguments` for each layer, with its arguments
    finding: str = ""

    def weights(self, seed: int) -> initlab.Weights:
        """Its weights, those of the sandbox for this seed."""
        made = [getattr(arguments, kind)(*rest) for kind, *rest in self.starts]
        return self.network().initialize(made, np.random.default_rng(seed))

    def network(self) -> initlab.Network:
        """The network without its weights."""
        return initlab.Network(self.widths, self.activation)

    def steps(self, name: str, seed: int) -> dict[str, Expression]:
        """Steps that make `{name} network` and `{name} weights` in the sandbox, the same as here."""
        made = [inside(kind, *rest) for kind, *rest in self.starts]
        return {
            f"{name} network": library("initlab.Network", self.widths, self.activation),
            f"{name} weights": library("initlab.Network.initialize", Ref(f"{name} network"), made, Rng(seed)),
        }


def samples_and_labels(draw: np.random.Generator, n: int, features: int, classes: int) -> tuple[np.ndarray, np.ndarray]:
    """Inputs (n, features) of the standard normal law; labels (n,), each class as often as can be."""
    labels = draw.permutation(np.arange(n) % classes)
    return draw.standard_normal((n, features)), labels
