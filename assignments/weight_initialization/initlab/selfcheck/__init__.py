"""Self-checks: what a student runs after writing a function. They help; the grade comes from other, hidden checks.

    from initlab import selfcheck
    selfcheck.he_normal(he_normal)

This is their only door: each carries the name of the function it checks, and is written in the module of its question.
The nine initializers and `fans` have a module of their own, for they are all asked the same.
"""

import sys

from initlab.selfcheck.initializers import (
    constant,
    fans,
    he_normal,
    he_uniform,
    lecun_normal,
    random_normal,
    random_uniform,
    xavier_normal,
    xavier_uniform,
    zeros,
)
from initlab.selfcheck.q1_why_care import compare_convergence, distinct_units, epochs_to_reach
from initlab.selfcheck.q2_what_goes_wrong import diagnose, gradient_norms, saturated_fraction
from initlab.selfcheck.q3_variance import measured_second_moments, predicted_second_moments, steady_variance
from initlab.selfcheck.q4_zero_constant import symmetry_experiment
from initlab.selfcheck.q5_random import range_that_trains, sweep_scales
from initlab.selfcheck.q6_xavier import layer_variances
from initlab.selfcheck.q7_he_lecun import LabInitializer, build_network, second_moments
from initlab.selfcheck.q8_iris import build_model, compare, paired_runs
from initlab.selfcheck.q9_choose import evaluate_advice, recommend

# Notebooks of the first version ask for the self-checks of their part, in a locked cell before other imports.
part1 = part2 = part3 = sys.modules[__name__]

__all__ = [  # noqa: RUF022 - by question, in the order of the notebooks
    # Q1
    "distinct_units",
    "epochs_to_reach",
    "compare_convergence",
    # Q2
    "saturated_fraction",
    "gradient_norms",
    "diagnose",
    # Q3
    "predicted_second_moments",
    "measured_second_moments",
    "steady_variance",
    # before Q4
    "fans",
    # Q4
    "zeros",
    "constant",
    "symmetry_experiment",
    # Q5
    "random_normal",
    "random_uniform",
    "sweep_scales",
    "range_that_trains",
    # Q6
    "xavier_normal",
    "xavier_uniform",
    "layer_variances",
    # Q7
    "he_normal",
    "he_uniform",
    "lecun_normal",
    "second_moments",
    "LabInitializer",
    "build_network",
    # Q8
    "build_model",
    "paired_runs",
    "compare",
    # Q9
    "recommend",
    "evaluate_advice",
]
