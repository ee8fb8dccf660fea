"""A value is read as what it holds, with the base class's own methods, whatever its class overrides."""

import collections
import enum
import types
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

from autograder.sandbox.codec import ANSWER, Other, decode, encode
from autograder.sandbox.plain import plain


class Color(enum.StrEnum):
    RED = "red"


class Number(enum.IntEnum):
    TWO = 2


Pair = collections.namedtuple("Pair", "low high")

HELD = {
    "OrderedDict": (collections.OrderedDict(a=1), {"a": 1}),
    "defaultdict": (collections.defaultdict(list, a=1), {"a": 1}),
    "UserDict": (collections.UserDict(a=1), {"a": 1}),
    "ChainMap": (collections.ChainMap({"a": 1}, {"b": 2}), {"b": 2, "a": 1}),
    "mapping proxy": (types.MappingProxyType({"a": 1}), {"a": 1}),
    "named tuple": (Pair(1, 2), (1, 2)),
    "deque": (collections.deque([1, 2]), [1, 2]),
    "UserList": (collections.UserList([1, 2]), [1, 2]),
    "range": (range(2), [0, 1]),
    "np.str_": (np.str_("red"), "red"),
    "StrEnum": (Color.RED, "red"),
    "IntEnum": (Number.TWO, 2),
    "Fraction": (Fraction(1, 4), 0.25),
    "Decimal": (Decimal("0.25"), 0.25),
    "array without axes": (np.array(0.25), 0.25),
    "text in an array without axes": (np.array("red"), "red"),
}


@pytest.mark.parametrize("value, held", HELD.values(), ids=HELD)
def test_a_value_is_what_it_holds(value, held):
    back = decode(encode({"value": [value]}))["value"][0]
    assert back == held and type(back) in (type(held), np.float64)


@pytest.mark.parametrize("make", [np.ma.array, np.asmatrix, lambda a: a.view(np.memmap), lambda a: a.view(np.recarray)])
def test_an_array_is_an_array(make):
    array = np.arange(6.0).reshape(2, 3)
    back = decode(encode(make(array)))
    assert type(back) is np.ndarray and np.array_equal(back, array)


def test_what_a_mask_hides_is_no_number():
    assert isinstance(decode(encode(np.ma.array([1.0, 2.0], mask=[True, False]))), Other)


def test_bytes_are_no_list_of_numbers():
    assert all(isinstance(decode(encode(value)), Other) for value in (b"12", bytearray(b"12"), memoryview(b"12")))


def test_keys_are_read_like_values():
    assert decode(encode({Color.RED: 1, np.str_("b"): 2, Pair("a", "b"): 3})) == {"red": 1, "b": 2, ("a", "b"): 3}


def refuse(*args, **kwargs):
    raise AssertionError("this should not be called")


OVERRIDDEN = ("__iter__", "__getitem__", "__len__", "items", "keys", "copy", "__str__", "__int__", "__float__", "view")


@pytest.mark.parametrize("value", [{"a": 1}, [1, 2], (1, 2), "red", 7, 0.5], ids=repr)
def test_what_a_subclass_overrides_decides_nothing(value):
    kind = type("Kind", (type(value),), dict.fromkeys(OVERRIDDEN, refuse))
    found = plain(kind(value), 10)
    assert found == value and type(found) is type(value)


def test_what_a_subclass_of_an_array_overrides_decides_nothing():
    kind = type("Kind", (np.ndarray,), dict.fromkeys(OVERRIDDEN, refuse))
    found = plain(np.ndarray.view(np.ones(2), kind), 10)
    assert type(found) is np.ndarray and found.sum() == 2


def test_who_claims_another_class_is_what_its_type_says():
    class Liar:
        __class__ = dict  # type: ignore[assignment]

    assert isinstance(decode(encode(Liar())), Other)


def test_of_an_endless_mapping_or_sequence_no_more_is_read_than_is_kept():
    class Endless(collections.abc.Mapping):
        def __getitem__(self, key):
            return key

        def __iter__(self):
            number = 0
            while True:
                yield (number := number + 1)

        def __len__(self):
            return 1

    class Longer(collections.UserList):
        def __iter__(self):
            return iter(Endless())

    assert len(plain(Endless(), 10)) == len(plain(Longer(), 10)) == 11
    assert decode(encode(Endless())) == Other(f"dict of {ANSWER.items + 1} items")
