"""Self-checks: what a student runs after writing a function. They help; the grade comes from other, hidden checks."""

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

__all__ = [
    "constant",
    "fans",
    "he_normal",
    "he_uniform",
    "lecun_normal",
    "random_normal",
    "random_uniform",
    "xavier_normal",
    "xavier_uniform",
    "zeros",
]
