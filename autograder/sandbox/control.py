"""The messages between the trusted side and its zygote: small JSON objects with descriptors, on a socket.

Only these two talk here. A child has no copy of the socket, so nothing a student writes can arrive on it.
"""

import json
import os
import socket
from collections.abc import Sequence
from typing import Any

MESSAGE_BYTES = 64 * 1024  # the first message carries the seccomp program, a few kilobytes; the rest are tiny


def send(control: socket.socket, message: dict[str, Any], descriptors: Sequence[int] = ()) -> None:
    """Send one message; the receiver gets its own copies of the descriptors."""
    data = json.dumps(message).encode()
    if len(data) > MESSAGE_BYTES:
        raise ValueError(f"a control message of {len(data):,} bytes; {MESSAGE_BYTES:,} are allowed")
    socket.send_fds(control, [data], list(descriptors))


def receive(control: socket.socket) -> tuple[dict[str, Any], list[int]] | None:
    """The next message with its descriptors, or None when the other side is gone."""
    try:
        data, descriptors, _flags, _address = socket.recv_fds(control, MESSAGE_BYTES, maxfds=3)
    except ConnectionError:
        return None
    if not data:
        return None
    return json.loads(data), list(descriptors)


def close_all(descriptors: Sequence[int]) -> None:
    """Close descriptors that came with a message."""
    for descriptor in descriptors:
        os.close(descriptor)
