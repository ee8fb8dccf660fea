"""The lab on weight initialization: its graders, a folder per question, and what they share."""

from pathlib import Path

import initlab

from autograder.lab import Lab
from autograder.labs.weight_initialization.catalogue import CATALOGUE

HERE = Path(__file__).parent
INSTALLED = HERE / "source"  # the wheel puts the masters here; in a clone they lie at the top
SOURCE = INSTALLED if INSTALLED.is_dir() else HERE.parents[2] / "source"
INSIDE = f"{__name__}.inside"

LAB = Lab(
    assignment="weight_initialization",
    package=__name__,
    masters=SOURCE,
    handout=SOURCE / "weight_initialization",
    library=Path(str(initlab.__file__)).parent,
    catalogue=CATALOGUE,
    inside=INSIDE,
    describe=f"{INSIDE}.descriptions:describe",
    guard=f"{INSIDE}.fork:guard",
    preload=(
        "scipy.stats",
        "sklearn.datasets",
        "matplotlib.pyplot",
        "tensorflow",
        "keras",
        "initlab.selfcheck",
        f"{INSIDE}.answers",
        f"{INSIDE}.arguments",
        f"{INSIDE}.descriptions",
    ),
    environment={
        # one thread: children can only be forked from a process that has no other
        "TF_NUM_INTRAOP_THREADS": "1",
        "TF_NUM_INTEROP_THREADS": "1",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "TF_ENABLE_ONEDNN_OPTS": "0",
        "KERAS_BACKEND": "tensorflow",
    },
    versions=("tensorflow-cpu", "tensorflow", "keras", "scikit-learn"),
    example_class=HERE / "example_class",
)
