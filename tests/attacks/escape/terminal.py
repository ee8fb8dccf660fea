# %%
ABOUT = "pushes characters into a terminal"
BASE = "reference"
LOSES = []
SAYS = ""
STOPPED = ["PermissionError", "FileNotFoundError"]

# %%
import fcntl

for number in range(3):
    attempt(f"TIOCSTI {number}", lambda: fcntl.ioctl(number, 0x5412, b"x"))
attempt("/dev/tty", lambda: open("/dev/tty", "wb"))
attempt("/dev/ptmx", lambda: open("/dev/ptmx", "rb"))
