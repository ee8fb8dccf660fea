# %%
ABOUT = "starts threads until no more can be had"
BASE = "reference"
LOSES = "ANYTHING"
SAYS = ""
STOPPED = ["RuntimeError"]

# %%
import threading
import time

while True:
    threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()
