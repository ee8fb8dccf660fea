"""The format that crosses the wall: what goes in comes out, and nothing else gets through."""

import contextlib
import math
import struct
import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from safetensors.numpy import save

from autograder.sandbox import codec, job, probes
from autograder.sandbox.codec import Malformed, Other, decode, encode
from autograder.sandbox.job import Job

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
    header = b'{"label": [], "value": ' + header + b"}"
    with pytest.raises(Malformed):
        decode(struct.pack(">I", len(header)) + header + save({}))


@pytest.mark.parametrize(
    "header", [b"{}", b"[]", b'{"label": []}', b'{"label": [[]], "value": 1}', b'{"label": [1.5], "value": 1}',
               b'{"label": [], "value": 1, "more": 2}']
)  # fmt: skip
def test_a_payload_has_a_label_and_a_value(header):
    with pytest.raises(Malformed):
        decode(struct.pack(">I", len(header)) + header + save({}))


def payload_of(value: str, **tensors: np.ndarray) -> bytes:
    """A payload whose header was written by hand."""
    header = f'{{"label": [], "value": {value}}}'.encode()
    return struct.pack(">I", len(header)) + header + save(tensors)


def test_an_array_is_taken_once():
    once = '{"$array": "0"}'
    assert decode(payload_of(f"[{once}]", **{"0": np.ones(3)}))[0].sum() == 3
    with pytest.raises(Malformed):
        decode(payload_of(f"[{once}, {once}]", **{"0": np.ones(3)}))


@pytest.mark.parametrize("shape", [(2**40, 0), (0, 2**21), (2**10, 2**11), (2**62, 0, 2**62)])
def test_an_array_has_no_more_elements_than_allowed_whatever_its_bytes(shape):
    flat = np.zeros(shape if math.prod(shape) else 0, np.uint8)
    data = save({"0": flat})
    if not flat.size:
        size = struct.unpack("<Q", data[:8])[0]
        head = data[8 : 8 + size].replace(b'"shape":[0]', f'"shape":{list(shape)}'.replace(" ", "").encode()).strip()
        data = struct.pack("<Q", len(head)) + head
    header = b'{"label": [], "value": {"$array": "0"}}'
    with pytest.raises(Malformed):
        decode(struct.pack(">I", len(header)) + header + data)


def test_an_array_that_could_not_be_read_is_not_written():
    with pytest.raises(ValueError, match="numbers are allowed"):
        encode(np.empty((2**40, 0)))


def test_a_table_of_tables_is_left_as_soon_as_it_is_too_long():
    started = time.perf_counter()
    with pytest.raises(ValueError, match="more than the 262,144 bytes"):
        encode([tuple(range(1999)) for _ in range(1999)])  # four million numbers, of which 131,072 are looked at
    assert time.perf_counter() - started < 2


def test_a_dictionary_has_no_more_keys_than_are_ever_written():
    pairs = ",".join(f"[{k * (2**61 - 1)}, 0]" for k in range(5000))  # keys of one hash: each is compared with all
    started = time.perf_counter()
    with pytest.raises(Malformed):
        decode(payload_of(f'{{"$dict": [{pairs}]}}'))
    assert time.perf_counter() - started < 1


def test_an_integer_beyond_every_float_comes_back_by_name():
    assert decode(encode({10**5000: -(10**300)})) == {repr(Other("int beyond every float")): -(10**300)}
    assert decode(encode({2**61: 1, 2: 2})) == {str(2**61): 1, 2: 2}
    with pytest.raises(Malformed):
        decode(payload_of(f'{{"$int": "0x{"f" * 5000}"}}'))


def test_a_job_has_no_caps_that_an_honest_notebook_meets():
    cells = {0: "#" * 2_000_000, **dict.fromkeys(range(1, 2000), "# a comment " * 500)}
    task = Job(cells, {}, 1.0, 1.0)
    assert job.decode(job.encode(task)) == task


def test_a_header_beyond_its_cap_is_refused_before_it_is_parsed():
    with pytest.raises(Malformed, match="header length"):
        decode(struct.pack(">I", codec.ANSWER.header_bytes + 1) + b" " * (codec.ANSWER.header_bytes + 1))


def test_numpy_scalars_keep_their_type():
    back = decode(encode(np.float32(0.1)))
    assert type(back) is np.float32 and back == np.float32(0.1)


def test_an_array_of_a_subclass_comes_back_without_it():
    class Liar(np.ndarray):
        def __eq__(self, other):
            return True

    back = decode(encode(np.zeros(2).view(Liar)))
    assert type(back) is np.ndarray and not (back == 1).any()


def test_what_is_not_data_comes_back_as_its_type_name():
    masked = np.ma.array([1.0, 2.0], mask=[True, False])
    assert decode(encode(object())) == Other("object")
    assert decode(encode(masked)).type_name == "MaskedArray"
    assert decode(encode(np.array(["a"]))).type_name.startswith("ndarray of dtype str")
    assert decode(encode(3j)) == Other("complex")


def test_values_that_are_too_much_are_named_not_sent():
    deep: list = []
    for _ in range(100):
        deep = [deep]
    assert "nested too deeply" in repr(decode(encode(deep)))
    assert decode(encode(list(range(5000)))) == Other("list of 5000 items")
    assert len(decode(encode("x" * 10_000))) == codec.ANSWER.text


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
