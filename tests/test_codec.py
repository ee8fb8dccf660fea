"""The format that crosses the wall: what goes in comes out, and nothing else gets through."""

import contextlib
import math
import struct

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from autograder.sandbox import codec, probes
from autograder.sandbox.codec import Malformed, Other, decode, encode

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(codec="utf-8"), max_size=50),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=4).map(tuple)
        | st.dictionaries(st.text(st.characters(codec="utf-8"), max_size=8), inner, max_size=4)
    ),
    max_leaves=20,
)
ARRAYS = arrays.arrays(
    st.sampled_from([np.float64, np.float32, np.float16, np.int64, np.int8, np.uint16, np.bool_]),
    arrays.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=5),
)


@given(PLAIN)
def test_plain_values_come_back_as_they_were(value):
    assert repr(decode(encode(value))) == repr(value)


@given(ARRAYS)
def test_arrays_come_back_with_type_shape_and_bytes(array):
    back = decode(encode({"a": [array, 1]}))["a"][0]
    assert (back.dtype, back.shape, back.tobytes()) == (array.dtype, array.shape, array.tobytes())


@given(st.binary(max_size=400))
def test_random_bytes_are_refused_not_raised(data):
    with pytest.raises(Malformed):
        decode(data)


@given(PLAIN, st.integers(0, 2**32 - 1), st.binary(min_size=1, max_size=3))
def test_damaged_payloads_decode_or_are_refused(value, place, damage):
    payload = bytearray(encode({"value": value, "array": np.arange(3)}))
    place %= len(payload)
    payload[place : place + len(damage)] = damage
    with contextlib.suppress(Malformed):
        decode(bytes(payload))


@pytest.mark.parametrize(
    "header",
    [
        b"NaN",
        b'{"a": 1, "a": 2}',
        b'{"$array": "0"}',
        b'{"$float": "1"}',
        b'{"$int": "zz"}',
        b'{"unknown": 1}',
        b"[" * 100_000,
        b'{"$dict": [1]}',
    ],
    ids=lambda header: header[:20].decode(),
)
def test_headers_that_are_not_of_this_format(header):
    payload = struct.pack(">I", len(header)) + header + encode(None)[8:]
    with pytest.raises(Malformed):
        decode(payload)


def test_a_header_beyond_its_cap_is_refused_before_it_is_parsed():
    with pytest.raises(Malformed, match="header length"):
        decode(struct.pack(">I", codec.HEADER_BYTES + 1) + b" " * (codec.HEADER_BYTES + 1))


def test_numpy_scalars_keep_their_type():
    back = decode(encode(np.float32(0.1)))
    assert type(back) is np.float32 and back == np.float32(0.1)


def test_what_is_not_data_comes_back_as_its_type_name():
    class Liar(np.ndarray):
        def __eq__(self, other):
            return True

    masked = np.ma.array([1.0, 2.0], mask=[True, False])
    assert decode(encode(object())) == Other("object")
    assert decode(encode(np.zeros(2).view(Liar))).type_name == "Liar"
    assert decode(encode(masked)).type_name == "MaskedArray"
    assert decode(encode(np.array(["a"]))).type_name.startswith("ndarray of dtype str")
    assert decode(encode(3j)) == Other("complex")


def test_values_that_are_too_much_are_named_not_sent():
    deep: list = []
    for _ in range(100):
        deep = [deep]
    assert "nested too deeply" in repr(decode(encode(deep)))
    assert decode(encode(list(range(5000)))) == Other("list of 5000 items")
    assert len(decode(encode("x" * 10_000))) == codec.TEXT


def test_lone_surrogates_become_question_marks():
    assert decode(encode("a\ud800b")) == "a?b"


def test_keys_of_a_dict_come_back_as_plain_python():
    back = decode(encode({np.int64(3): 1, (1, 2): 2, None: 3, frozenset(): 4}))
    assert list(back) == [3, (1, 2), None, repr(Other("frozenset"))]


def test_special_floats_survive():
    back = decode(encode([math.nan, math.inf, -math.inf]))
    assert math.isnan(back[0]) and back[1:] == [math.inf, -math.inf]


def test_probes_cross_the_wall_as_data():
    steps = {
        "g": probes.Rng(2**200),
        "x": probes.call("he_normal", (3, 2), probes.Ref("g"), negative_slope=0.1),
        "y": probes.library("initlab.Network", [2, 3], weights=np.ones(2)),
    }
    back = decode(encode(steps, probes.tag), probes.untag)
    assert back["g"] == steps["g"] and back["x"] == steps["x"]
    assert np.array_equal(back["y"].kwargs["weights"], np.ones(2))
