# %%
ABOUT = "waits for a lock that nobody opens, deaf to exceptions"
BASE = "reference"
LOSES = []
SAYS = ""
STOPPED = ["it took too long"]

# %%
import threading

lock = threading.Lock()
lock.acquire()
while True:
    try:
        lock.acquire()
    except BaseException:
        pass
