# %%
ABOUT = "turns off the alarm that would interrupt it"
BASE = "reference"
LOSES = "ANYTHING"
SAYS = ""
STOPPED = ["it took too long"]

# %%
import signal

signal.setitimer(signal.ITIMER_REAL, 0)
signal.signal(signal.SIGALRM, signal.SIG_IGN)
signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))
while True:
    pass
