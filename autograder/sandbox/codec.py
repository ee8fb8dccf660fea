"""The one format that crosses the wall, both ways: a JSON header and safetensors, never pickle, never a path.

A payload is `4-byte header length | JSON header | safetensors`. The header holds a label, which says what the payload
is about, and the value; arrays in it are replaced by `{"$array": k}`, k being their name among the tensors. `decode`
trusts nothing: it is given bytes of a known, capped length and either returns plain data or raises `Malformed`.
"""

import itertools
import json
import math
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from safetensors import SafetensorError
from safetensors.numpy import load, save

from autograder.sandbox.plain import plain

NUMERIC = frozenset("biuf")  # the dtype kinds that are data: bool, integers, floats

Describe = Callable[[Any], dict | None]
Label = list[str | int]


@dataclass(frozen=True)
class Caps:
    """What one payload may hold; beyond it, `encode` raises or cuts, `decode` raises."""

    header_bytes: int
    tensors: int
    depth: int  # nesting of containers
    text: int  # characters kept of a text
    items: int  # entries kept of a container
    elements: int  # of one array, an axis of length 0 counting as 1
    digits: int  # hexadecimal ones of an integer

    @property
    def too_long(self) -> ValueError:
        """What is raised for a value whose header would be too long."""
        return ValueError(f"the value's description takes more than the {self.header_bytes:,} bytes that are allowed")


# An answer comes from student code. A header holds names, short texts and short lists; a table of numbers is an array.
# The largest probe returns some 40 arrays of 2**17 numbers, in dictionaries of lists of tuples; judging an array takes
# time and memory by its elements. Integers beyond 2**1024 are beyond every float, and Python refuses to print more
# than 4300 digits.
ANSWER = Caps(
    header_bytes=256 * 1024, tensors=256, depth=12, text=4000, items=2000, elements=2**20, digits=256
)  # fmt: skip
# A job is ours: notebooks within their own limits (`Limits.notebook_bytes`, 16 MiB) run whole, a JSON escape taking 6
# bytes for one; probes are made here.
JOB = Caps(
    header_bytes=128 * 2**20, tensors=10_000, depth=30, text=2**30, items=2**30, elements=2**30, digits=2**20
)  # fmt: skip


class Malformed(Exception):
    """The bytes are not a payload of this format."""


@dataclass(frozen=True)
class Other:
    """A value that is not plain data: only its type's name came back, and its numbers where it has them."""

    type_name: str
    array: np.ndarray | None = None


def _nothing(value: Any) -> None:
    return None


def encode(
    value: Any,
    tag: Describe = _nothing,
    describe: Describe = _nothing,
    *,
    label: Label | None = None,
    caps: Caps = ANSWER,
) -> bytes:
    """A payload that holds `value`.

    `tag` may turn objects this format does not know into tagged dicts, which `decode` needs an `untag` to read;
    `describe` may say in plain data what such an object is. Raises ValueError for a value beyond the caps.
    """
    tensors: dict[str, np.ndarray] = {}
    plain = _Simplifier(tensors, tag, describe, caps).simplify(value, caps.depth)
    header = json.dumps({"label": label or [], "value": plain}, allow_nan=False).encode("utf-8", "replace")
    if len(header) > caps.header_bytes:
        raise caps.too_long
    if len(tensors) > caps.tensors:
        raise ValueError(f"the value holds {len(tensors)} arrays; {caps.tensors} are allowed")
    return struct.pack(">I", len(header)) + header + save(tensors)


@dataclass(frozen=True)
class Opened:
    """A payload whose label can be read before anything else of it is."""

    label: Label
    _value: Any
    _tensors: bytes
    _caps: Caps

    def value(self, untag: Callable[[dict], Any] | None = None) -> Any:
        """The value. Raises `Malformed` for anything that is not exactly this format."""
        try:
            tensors = load(self._tensors)
            if len(tensors) > self._caps.tensors:
                raise Malformed("too many arrays")
            for array in tensors.values():
                if math.prod(max(axis, 1) for axis in array.shape) > self._caps.elements:
                    raise Malformed("an array with too many elements")
            return _restore(self._value, tensors, untag, self._caps)
        except (ValueError, KeyError, TypeError, RecursionError, OverflowError, SafetensorError) as error:
            raise Malformed(f"{type(error).__name__} while reading") from error


def open_payload(payload: bytes, caps: Caps = ANSWER) -> Opened:
    """Reads the header of a payload. Raises `Malformed` if it is none."""
    if len(payload) < 4:
        raise Malformed("shorter than its own header length")
    (length,) = struct.unpack(">I", payload[:4])
    if length > caps.header_bytes or 4 + length > len(payload):
        raise Malformed("header length beyond its bounds")
    try:
        header = json.loads(
            payload[4 : 4 + length], parse_constant=_refuse_constant, object_pairs_hook=_refuse_duplicates
        )
        match header:
            case {"label": list(label), "value": value, **rest} if not rest and all(
                type(word) in (str, int) for word in label
            ):
                return Opened(label, value, payload[4 + length :], caps)
    except (ValueError, TypeError, RecursionError) as error:
        raise Malformed(f"{type(error).__name__} while reading") from error
    raise Malformed("no label and value")


def decode(payload: bytes, untag: Callable[[dict], Any] | None = None, caps: Caps = ANSWER) -> Any:
    """The value in a payload. Raises `Malformed` for anything that is not exactly this format."""
    return open_payload(payload, caps).value(untag)


@dataclass(frozen=True)
class _Simplifier:
    """Turns values into what JSON can write, and sets their arrays aside."""

    tensors: dict[str, np.ndarray]
    tag: Describe
    describe: Describe
    caps: Caps
    seen: Iterator[int] = field(default_factory=itertools.count)  # how many values were simplified

    def simplify(self, value: Any, depth: int) -> Any:
        def inner(item: Any) -> Any:
            return self.simplify(item, depth - 1)

        caps = self.caps
        if next(self.seen) > caps.header_bytes // 2:  # a value takes two bytes of a header at least: stop in time
            raise ValueError(
                f"the value's description takes more than the {caps.header_bytes:,} bytes that are allowed"
            )
        value = plain(value, caps.items)
        if value is None or type(value) is bool:
            return value
        if type(value) is str:
            return value[: caps.text].encode("utf-8", "replace").decode("utf-8")
        if type(value) is int:
            return value if abs(value) < 2**53 else self._integer(value)
        if type(value) is float:
            return value if math.isfinite(value) else {"$float": repr(value)}
        if issubclass(type(value), np.generic) and value.dtype.kind in NUMERIC:
            return {"$scalar": self._store(np.asarray(value))}
        if type(value) is np.ndarray and value.dtype.kind in NUMERIC:
            return {"$array": self._store(value)}
        if depth <= 0:
            return {"$other": "nested too deeply"}
        if type(value) in (list, tuple, dict) and len(value) > caps.items:
            return {"$other": f"{type(value).__name__} of {len(value)} items"}
        if type(value) is Other:
            return {"$other": value.type_name[: caps.text], "array": inner(value.array)}
        if type(value) is list:
            return [inner(item) for item in value]
        if type(value) is tuple:
            return {"$tuple": [inner(item) for item in value]}
        if type(value) is dict:
            return {"$dict": [[inner(key), inner(item)] for key, item in value.items()]}
        if (tagged := self.tag(value)) is not None:
            return {key: inner(item) for key, item in tagged.items()}
        if (described := self.describe(value)) is not None:
            return inner(described)
        return self._say(value)

    def _integer(self, value: int) -> dict:
        if value.bit_length() > 4 * self.caps.digits:
            return {"$other": "int beyond every float"}
        return {"$int": hex(value)}

    def _say(self, value: Any) -> dict:
        """What can be said of an object that is not plain data: its type, and its numbers if it converts to any."""
        described: dict[str, Any] = {"$other": type(value).__name__[:100]}
        try:
            array = np.array(value) if hasattr(value, "__array__") else None
            if isinstance(array, np.ndarray) and array.dtype.kind in NUMERIC:
                described["array"] = {"$array": self._store(array)}
            elif isinstance(array, np.ndarray):
                described["$other"] += f" of dtype {array.dtype.name[:40]}"
        except Exception:  # a student's __array__ may do anything; then there are no numbers to show
            pass
        return described

    def _store(self, array: np.ndarray) -> str:
        if math.prod(max(axis, 1) for axis in array.shape) > self.caps.elements:
            raise ValueError(f"an array of shape {array.shape}; {self.caps.elements:,} numbers are allowed")
        name = str(len(self.tensors))
        if array.dtype == np.longdouble:
            array = array.astype(np.float64)
        self.tensors[name] = np.ascontiguousarray(array).reshape(array.shape)
        return name


def _restore(node: Any, tensors: dict[str, np.ndarray], untag: Callable[[dict], Any] | None, caps: Caps) -> Any:
    """The value that a header describes; every array is taken once, as it was written."""

    def inner(items: list) -> list:
        if len(items) > caps.items:
            raise ValueError("more items than are ever written")
        return [_restore(item, tensors, untag, caps) for item in items]

    if isinstance(node, list):
        return inner(node)
    if not isinstance(node, dict):
        return node
    match node:
        case {"$array": str(name)}:
            return tensors.pop(name)
        case {"$scalar": str(name)}:
            return tensors.pop(name).reshape(())[()]
        case {"$int": str(digits)} if len(digits) <= caps.digits + 3:  # "-0x" before them
            return int(digits, 16)
        case {"$float": str(name)} if name in ("nan", "inf", "-inf"):
            return float(name)
        case {"$tuple": list(items)}:
            return tuple(inner(items))
        case {"$dict": list(pairs)}:
            if len(pairs) > caps.items:
                raise ValueError("more items than are ever written")
            restored = ([_restore(part, tensors, untag, caps) for part in pair] for pair in pairs)
            return {_key(key): item for key, item in restored}
        case {"$other": str(name)}:
            array = _restore(node.get("array"), tensors, untag, caps)
            return Other(name, array if isinstance(array, np.ndarray) else None)
    if untag is not None:
        return untag({key: _restore(item, tensors, untag, caps) for key, item in node.items()})
    raise ValueError("unknown tag")


def _key(key: Any) -> Any:
    if isinstance(key, np.generic):
        key = key.item()
    if isinstance(key, int | float) and abs(key) > 2**53:
        return repr(key)  # numbers whose hashes agree, of which each would be compared with all, are that large
    return key if isinstance(key, str | int | float | bool | tuple) or key is None else repr(key)


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


def _refuse_duplicates(pairs: list[tuple[str, Any]]) -> dict:
    result = dict(pairs)
    if len(result) != len(pairs):
        raise ValueError("a key appears twice")
    return result
