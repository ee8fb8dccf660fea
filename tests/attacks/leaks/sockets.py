# %%
ABOUT = "opens sockets of every family, to this machine and beyond"
BASE = "reference"
LOSES = []
SAYS = ""
STOPPED = ["PermissionError"]

# %%
import socket

for family in (socket.AF_INET, socket.AF_INET6, socket.AF_UNIX, socket.AF_NETLINK, socket.AF_PACKET, socket.AF_VSOCK, 38, 44):
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_RAW):
        attempt(f"family {family}, kind {kind}", lambda: socket.socket(family, kind))
attempt("loopback", lambda: socket.create_connection(("127.0.0.1", int("LISTENER_PORT")), 1))
attempt("outside", lambda: socket.create_connection(("1.1.1.1", 53), 1))
attempt("vsock pair", lambda: socket.socketpair(socket.AF_VSOCK))
ours, theirs = socket.socketpair()
attempt("a second connection of a pair", lambda: ours.connect("\0LISTENER_NAME"))
attempt("a message to a named socket", lambda: ours.sendto(b"x", "\0LISTENER_NAME"))
attempt("name lookup", lambda: socket.getaddrinfo("example.org", 80))
