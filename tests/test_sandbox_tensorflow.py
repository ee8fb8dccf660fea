"""Honest work with the whole set of libraries passes behind both walls, more than once in the same zygote."""

import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder.grading import furnishing
from autograder.labs.weight_initialization import LAB
from autograder.sandbox import Allowance, Ending, Sandbox, SandboxUnavailable

ENTRY = Path(__file__).with_name("sandbox_entry.py")

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    furniture = furnishing(LAB)
    furniture["readable"] = LAB.readable | {ENTRY.name: ENTRY}
    with Sandbox(**furniture, entry="sandbox_entry:main") as box:
        yield box


HONEST = {
    "trains in Keras and saves the model": (
        """
        import keras, os
        from sklearn.datasets import load_iris
        x, y = load_iris(return_X_y=True)
        keras.utils.set_random_seed(1)
        model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(8, "relu"), keras.layers.Dense(3)])
        model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
        losses = model.fit(x, y, epochs=2, verbose=2).history["loss"]
        model.save("/tmp/model.keras")
        model.save_weights("/tmp/model.weights.h5")
        say(losses[1] < losses[0] and os.path.getsize("/tmp/model.keras") > 0)
        """
    ),
    "uses a gigabyte": "import numpy as np; say(np.ones(2**27).nbytes == 2**30)",
    "draws": (
        """
        import matplotlib.pyplot as plt
        plt.hist([1, 2, 2]); plt.title("weights"); plt.savefig("/tmp/x.png"); plt.show(); say(True)
        """
    ),
    "asks for all cores": (
        """
        from sklearn.datasets import load_iris
        from sklearn.linear_model import LogisticRegression
        from sklearn.model_selection import cross_val_score
        scores = cross_val_score(LogisticRegression(max_iter=500), *load_iris(return_X_y=True), n_jobs=-1)
        say(bool(scores.mean() > 0.9))
        """
    ),
    "streams with tf.data": (
        """
        import tensorflow as tf
        data = tf.data.Dataset.range(4).map(lambda v: v + 1, num_parallel_calls=4).prefetch(2)
        say([int(v) for v in data] == [1, 2, 3, 4])
        """
    ),
    "warns": "import warnings, sys; warnings.warn('careful'); print('noise', file=sys.stderr); say(True)",
}


@pytest.mark.parametrize("work", HONEST)
def test_honest_work_passes(sandbox: Sandbox, work: str) -> None:
    for _ in range(2):
        outcome = sandbox.run(textwrap.dedent(HONEST[work]).encode(), Allowance(120, 120, 120))
        assert (outcome.ending, outcome.frames) == (Ending.FINISHED, (b"True",)), outcome


def test_a_zygote_that_ran_an_operation_refuses_to_fork(tmp_path: Path) -> None:
    module = tmp_path / "computes_at_import.py"
    module.write_text("import tensorflow as tf\ntf.zeros(3) + 1\n")
    alone = {"readable": LAB.readable | {module.name: module}, "preload": ["computes_at_import"]}
    with (
        pytest.raises(SandboxUnavailable, match=r"may only import|only with one"),
        Sandbox(**furnishing(LAB) | alone) as sandbox,
    ):
        sandbox.start()
