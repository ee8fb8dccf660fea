"""Result types: what an answer returns, with every value of one kind given in another class that holds the same."""

import collections
import enum
import functools
import sys
import types
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np

from tests.variants.variant import Answer, Rewritten, Subject, Variant

Convert = Callable[[Any], Any]
MODELS = ("build_network", "build_model")  # what they return is an object of Keras


class Dictionary(dict):
    """A subclass of dict that adds nothing."""


class List(list):
    """A subclass of list that adds nothing."""


class Tuple(tuple):
    """A subclass of tuple that adds nothing."""


class Text(str):
    """A subclass of str that adds nothing."""


class Whole(int):
    """A subclass of int that adds nothing."""


class Real(float):
    """A subclass of float that adds nothing."""


class Array(np.ndarray):
    """A subclass of ndarray that adds nothing."""


@dataclass(frozen=True)
class Form:
    """A class that values of `of` are given in; `takes` says which of them can be."""

    name: str
    of: type | tuple[type, ...]
    convert: Convert
    takes: Callable[[Any], bool] = lambda value: True
    keys: bool = False  # whether a dictionary's keys are given in it, too

    def fits(self, value: Any) -> bool:
        """Whether this value is of the kind, exactly, and can be given so."""
        kinds = self.of if isinstance(self.of, tuple) else (self.of,)
        return type(value) in kinds and self.takes(value)


def defaultdict(value: dict) -> dict:
    return collections.defaultdict(list, value)


def named(value: tuple) -> tuple:
    return collections.namedtuple("Pair", [f"part_{i}" for i in range(len(value))])(*value)  # type: ignore[return-value]


def str_enum(value: str) -> str:
    return enum.StrEnum("Word", {"MEMBER": value})(value)


def mixed_enum(value: str) -> str:
    return enum.Enum("Word", {"MEMBER": value}, type=str)(value)  # type: ignore[return-value]


def int_enum(value: int) -> int:
    return enum.IntEnum("Number", {"MEMBER": value})(value)


def every_other(value: np.ndarray) -> np.ndarray:
    """A view of every other entry along the first axis of an array twice as long."""
    return np.repeat(value, 2, axis=0)[::2]


def backwards(value: np.ndarray) -> np.ndarray:
    return value[::-1].copy()[::-1]


def read_only(value: np.ndarray) -> np.ndarray:
    value = value.copy()
    value.flags.writeable = False
    return value


def nested_list(value: np.ndarray) -> list:
    return value.tolist()


def is_float(value: Any) -> bool:
    return bool(value.dtype.kind == "f")


def single_holds(value: Any) -> bool:
    """Whether float32 holds these numbers but for their digits."""
    largest = np.max(np.abs(value), initial=0.0)
    return is_float(value) and not 0 < largest < 1e-30 and not largest > 1e30


def has_axes(value: np.ndarray) -> bool:
    return value.ndim > 0 and len(value) > 0


def all_numbers(value: list | tuple) -> bool:
    return len(value) > 0 and all(isinstance(v, int | float | np.number) and not isinstance(v, bool) for v in value)


def is_initializer(value: Any) -> bool:
    """Whether it is one of Keras's; whoever made it has imported that."""
    keras = sys.modules.get("keras")
    return keras is not None and isinstance(value, keras.initializers.Initializer)


FLOATS = (float, np.float64)
INTEGERS = (int, np.int64)
DICTIONARIES = (
    Form("OrderedDict", dict, collections.OrderedDict),
    Form("defaultdict", dict, defaultdict),
    Form("subclass of dict", dict, Dictionary),
    Form("UserDict", dict, collections.UserDict),
    Form("ChainMap", dict, lambda value: collections.ChainMap({}, value)),
    Form("mapping proxy", dict, types.MappingProxyType),
)
SEQUENCES = (
    Form("subclass of list", list, List),
    Form("UserList", list, collections.UserList),
    Form("deque", list, collections.deque),
    Form("tuple for list", list, tuple),
    Form("array for list of numbers", list, np.array, all_numbers),
    Form("subclass of tuple", tuple, Tuple, keys=True),
    Form("named tuple", tuple, named, keys=True),
    Form("list for tuple", tuple, list),
    Form("array for tuple of numbers", tuple, np.array, all_numbers),
)
ARRAYS = (
    Form("subclass of ndarray", np.ndarray, lambda value: value.view(Array)),
    Form("masked array without a mask", np.ndarray, np.ma.array),
    Form(
        "masked array of which nothing is masked",
        np.ndarray,
        lambda value: np.ma.array(value, mask=np.zeros(value.shape, bool)),
    ),
    Form("np.matrix", np.ndarray, np.asmatrix, lambda value: value.ndim == 2),
    Form("memory map", np.ndarray, lambda value: value.view(np.memmap)),
    Form("Fortran order", np.ndarray, np.asfortranarray, lambda value: value.ndim > 1),
    Form("read-only", np.ndarray, read_only),
    Form("every other entry of a longer array", np.ndarray, every_other, has_axes),
    Form("view backwards", np.ndarray, backwards, has_axes),
    Form("transposed view", np.ndarray, lambda value: value.T.copy().T, lambda value: value.ndim > 1),
    Form("other byte order", np.ndarray, lambda value: value.astype(value.dtype.newbyteorder(">")), is_float),
    Form("float32 array", np.ndarray, lambda value: value.astype(np.float32), single_holds),
    Form("longdouble array", np.ndarray, lambda value: value.astype(np.longdouble), is_float),
    Form("list for array", np.ndarray, nested_list, has_axes),
)
SCALARS = (
    Form("NumPy's float64 for a number", float, np.float64),
    Form("NumPy's float32 for a number", FLOATS, np.float32, lambda value: value == 0 or 1e-30 < abs(value) < 1e30),
    Form("longdouble for a number", FLOATS, np.longdouble),
    Form("NumPy's int64 for a number", int, np.int64),
    Form("NumPy's int32 for a number", INTEGERS, np.int32),
    Form("Python's float for NumPy's", np.float64, float),
    Form("Python's int for NumPy's", np.int64, int),
    Form("array without axes for a number", (float, int, np.float64, np.int64), np.array),
    Form("subclass of float", FLOATS, Real),
    Form("subclass of int", INTEGERS, Whole),
    Form("IntEnum for a number", INTEGERS, int_enum),
    Form("whole float for an integer", INTEGERS, float),
    Form("Fraction for a number", FLOATS, Fraction, lambda value: bool(np.isfinite(value))),
    Form("Decimal for a number", FLOATS, Decimal),
    Form("NumPy's bool", bool, np.bool_),
    Form("Python's bool for NumPy's", np.bool_, bool),
    Form("array without axes for a bool", (bool, np.bool_), np.array),
)
TEXTS = (
    Form("np.str_", str, np.str_, keys=True),
    Form("subclass of str", str, Text, keys=True),
    Form("StrEnum", str, str_enum, keys=True),
    Form("str mixed into an Enum", str, mixed_enum, keys=True),
    Form("array without axes for a text", str, np.array),
)
SCALES = (Form("NumPy's float64 as a key", float, np.float64, keys=True),)
FORMS = (*DICTIONARIES, *SEQUENCES, *ARRAYS, *SCALARS, *TEXTS, *SCALES)


@dataclass
class Conversion:
    """A form, and how many values have been given in it."""

    form: Form
    values: int = field(default=0)

    def of(self, value: Any) -> Any:
        """The value with everything in it given in the form, containers from the inside out."""
        if type(value) is dict:
            value = {self.of_key(key): self.of(item) for key, item in value.items()}
        elif type(value) in (list, tuple):
            value = type(value)(self.of(item) for item in value)
        elif is_initializer(value):
            return self.of_initializer(value)
        if not self.form.fits(value):
            return value
        self.values += 1
        return self.form.convert(value)

    def of_key(self, key: Any) -> Any:
        """A key, which only some forms are for."""
        return self.of(key) if self.form.keys else key

    def of_initializer(self, initializer: Any) -> Any:
        """A Keras initializer that returns its arrays in the form."""
        kind = type(initializer)

        def call(own: Any, shape: Any, dtype: Any = None) -> Any:
            return self.of(kind.__call__(own, shape, dtype))

        initializer.__class__ = type(kind.__name__, (kind,), {"__call__": call})
        return initializer

    def around(self, answer: Answer) -> Answer:
        """The answer, returning everything in the form."""

        @functools.wraps(answer)
        def converted(*args: Any, **kwargs: Any) -> Any:
            return self.of(answer(*args, **kwargs))

        return converted


def _variant(form: Form) -> Variant:
    def apply(subject: Subject) -> Rewritten | None:
        if subject.function in MODELS:
            return None
        conversion, names = Conversion(form), subject.names()
        changed = {subject.function: conversion.around(names[subject.function])}
        return Rewritten(names | changed, lambda: conversion.values)

    return Variant("result types", form.name, apply)


def _everywhere(form: Form) -> Variant:
    """All functions of a notebook at once, so that those that build on others get the form, too."""

    def apply(subject: Subject) -> Rewritten | None:
        if len(subject.sources) < 2 or subject.function in MODELS:
            return None
        conversion, names = Conversion(form), subject.names()
        functions = [f for f in subject.sources if isinstance(names.get(f), types.FunctionType)]
        names.update({function: conversion.around(names[function]) for function in functions})
        return Rewritten(names, lambda: conversion.values)

    return Variant("result types of all functions", form.name, apply)


# no reference returns NumPy's integers or booleans
VARIANTS = (*map(_variant, FORMS), *(_everywhere(form) for form in FORMS if form.of not in (np.int64, np.bool_)))
