"""The one format that crosses the wall, both ways: a JSON header and safetensors, never pickle, never a path.

A payload is `4-byte header length | JSON header | safetensors`. Arrays in the value are replaced in the header by
`{"$array": k}`, k being their name among the tensors. `decode` trusts nothing: it is given bytes of a known, capped
length and either returns plain data or raises `Malformed`.
"""

import json
import math
import struct
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from safetensors import SafetensorError
from safetensors.numpy import load, save

HEADER_BYTES = 256 * 1024  # a header holds names, short texts and short lists; a table of numbers is an array
TENSORS = 256  # the largest probe returns some 40 arrays; a million empty ones would burn the reader's time
DEPTH = 12  # nesting of containers: the deepest legitimate answer is a dict of lists of tuples
TEXT = 4000  # characters kept of any text that student code made
ITEMS = 2000  # entries kept of any container

NUMERIC = frozenset("biuf")  # the dtype kinds that are data: bool, integers, floats


Describe = Callable[[Any], dict | None]


class Malformed(Exception):
    """The bytes are not a payload of this format."""


@dataclass(frozen=True)
class Other:
    """A value that is not plain data: only its type's name came back, and its numbers where it has them."""

    type_name: str
    array: np.ndarray | None = None


def _nothing(value: Any) -> None:
    return None


def encode(value: Any, tag: Describe = _nothing, describe: Describe = _nothing) -> bytes:
    """A payload that holds `value`.

    `tag` may turn objects this format does not know into tagged dicts, which `decode` needs an `untag` to read;
    `describe` may say in plain data what such an object is.
    """
    tensors: dict[str, np.ndarray] = {}
    header = json.dumps(_simplify(value, tensors, (tag, describe), DEPTH), allow_nan=False).encode("utf-8", "replace")
    if len(header) > HEADER_BYTES:
        raise ValueError(f"the value's description takes {len(header):,} bytes; {HEADER_BYTES:,} are allowed")
    if len(tensors) > TENSORS:
        raise ValueError(f"the value holds {len(tensors)} arrays; {TENSORS} are allowed")
    return struct.pack(">I", len(header)) + header + save(tensors)


def decode(payload: bytes, untag: Callable[[dict], Any] | None = None) -> Any:
    """The value in a payload. Raises `Malformed` for anything that is not exactly this format."""
    if len(payload) < 4:
        raise Malformed("shorter than its own header length")
    (length,) = struct.unpack(">I", payload[:4])
    if length > HEADER_BYTES or 4 + length > len(payload):
        raise Malformed("header length beyond its bounds")
    try:
        header = json.loads(
            payload[4 : 4 + length], parse_constant=_refuse_constant, object_pairs_hook=_refuse_duplicates
        )
        tensors = load(payload[4 + length :])
        if len(tensors) > TENSORS:
            raise Malformed("too many arrays")
        return _restore(header, tensors, untag)
    except (ValueError, KeyError, TypeError, RecursionError, OverflowError, SafetensorError) as error:
        raise Malformed(f"{type(error).__name__} while reading") from error


def _simplify(value: Any, tensors: dict[str, np.ndarray], hooks: tuple[Describe, Describe], depth: int) -> Any:
    def inner(item: Any) -> Any:
        return _simplify(item, tensors, hooks, depth - 1)

    if value is None or type(value) is bool:
        return value
    if type(value) is str:
        return value[:TEXT].encode("utf-8", "replace").decode("utf-8")
    if type(value) is int:
        return value if abs(value) < 2**53 else {"$int": hex(value)[:TEXT]}
    if type(value) is float:
        return value if math.isfinite(value) else {"$float": repr(value)}
    if isinstance(value, np.generic) and value.dtype.kind in NUMERIC:
        return {"$scalar": _store(np.asarray(value), tensors)}
    if type(value) is np.ndarray and value.dtype.kind in NUMERIC:
        return {"$array": _store(value, tensors)}
    if depth <= 0:
        return {"$other": "nested too deeply"}
    if isinstance(value, list | tuple | dict) and len(value) > ITEMS:
        return {"$other": f"{type(value).__name__} of {len(value)} items"}
    if type(value) is Other:
        return {"$other": value.type_name[:TEXT], "array": inner(value.array)}
    # a defaultdict is a dictionary, a named tuple is a tuple: what they hold is the answer
    if isinstance(value, list):
        return [inner(item) for item in value]
    if isinstance(value, tuple):
        return {"$tuple": [inner(item) for item in value]}
    if isinstance(value, dict):
        return {"$dict": [[inner(key), inner(item)] for key, item in value.items()]}
    tag, describe = hooks
    if (tagged := tag(value)) is not None:
        return {key: inner(item) for key, item in tagged.items()}
    if (described := describe(value)) is not None:
        return inner(described)
    return _describe(value, tensors)


def _describe(value: Any, tensors: dict[str, np.ndarray]) -> dict:
    """What can be said of an object that is not plain data: its type, and its numbers if it converts to any."""
    described: dict[str, Any] = {"$other": type(value).__name__[:100]}
    try:
        array = np.array(value) if hasattr(value, "__array__") else None
        if isinstance(array, np.ndarray) and array.dtype.kind in NUMERIC:
            described["array"] = {"$array": _store(array, tensors)}
        elif isinstance(array, np.ndarray):
            described["$other"] += f" of dtype {array.dtype.name[:40]}"
    except Exception:  # a student's __array__ may do anything; then there are no numbers to show
        pass
    return described


def _store(array: np.ndarray, tensors: dict[str, np.ndarray]) -> str:
    name = str(len(tensors))
    if array.dtype == np.longdouble:
        array = array.astype(np.float64)
    tensors[name] = np.ascontiguousarray(array).reshape(array.shape)
    return name


def _restore(node: Any, tensors: dict[str, np.ndarray], untag: Callable[[dict], Any] | None) -> Any:
    if isinstance(node, list):
        return [_restore(item, tensors, untag) for item in node]
    if not isinstance(node, dict):
        return node
    match node:
        case {"$array": str(name)}:
            return tensors[name]
        case {"$scalar": str(name)}:
            return tensors[name].reshape(())[()]
        case {"$int": str(digits)}:
            return int(digits, 16)
        case {"$float": str(name)} if name in ("nan", "inf", "-inf"):
            return float(name)
        case {"$tuple": list(items)}:
            return tuple(_restore(item, tensors, untag) for item in items)
        case {"$dict": list(pairs)}:
            return {_key(_restore(k, tensors, untag)): _restore(v, tensors, untag) for k, v in pairs}
        case {"$other": str(name)}:
            array = _restore(node.get("array"), tensors, untag)
            return Other(name, array if isinstance(array, np.ndarray) else None)
    if untag is not None:
        return untag({key: _restore(item, tensors, untag) for key, item in node.items()})
    raise ValueError("unknown tag")


def _key(key: Any) -> Any:
    if isinstance(key, np.generic):
        return key.item()
    return key if isinstance(key, str | int | float | bool | tuple) or key is None else repr(key)


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


def _refuse_duplicates(pairs: list[tuple[str, Any]]) -> dict:
    result = dict(pairs)
    if len(result) != len(pairs):
        raise ValueError("a key appears twice")
    return result
