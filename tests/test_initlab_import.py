"""Importing initlab is cheap, and it stands alone."""

import json
import subprocess
import sys

import initlab

HEAVY = {"matplotlib", "sklearn", "scipy", "pandas", "tensorflow", "keras", "rich", "autograder", "pytest"}

AFTER_USE = """
import json, sys
import numpy as np
import initlab
from initlab import selfcheck
network = initlab.Network((2, 3, 1), "relu", "sigmoid")
weights = network.initialize(lambda shape, rng: rng.normal(size=shape), np.random.default_rng(1))
initlab.train(network, weights, initlab.xor(), epochs=1, rng=np.random.default_rng(1))
print(json.dumps(sorted({name.split(".")[0] for name in sys.modules})))
"""


def test_import_and_training_and_the_self_checks_load_nothing_heavy() -> None:
    answer = subprocess.run([sys.executable, "-c", AFTER_USE], capture_output=True, text=True, check=True)
    loaded = set(json.loads(answer.stdout))
    assert "initlab" in loaded
    assert not loaded & HEAVY


def test_every_public_name_exists_and_is_documented() -> None:
    for name in initlab.__all__:
        assert getattr(initlab, name).__doc__, name
