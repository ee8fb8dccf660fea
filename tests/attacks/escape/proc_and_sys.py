# %%
ABOUT = "looks through /proc, /sys and /dev for a way out"
BASE = "reference"
LOSES = []
SAYS = ""
STOPPED = ["FileNotFoundError"]

# %%
import os

for path in ("/proc/1/root", "/proc/sysrq-trigger", "/proc/kcore", "/proc/sys", "/sys", "/dev/mem", "/dev/kmsg", "/dev/kvm", "/dev/fuse",
             "/proc/self/root/../../etc/shadow", "/run", "/var", "/proc/self/cwd/../course_secret"):
    attempt(path, lambda: os.listdir(path) if os.path.isdir(path) else open(path, "rb").read(1))
for process in os.listdir("/proc"):
    if process.isdigit() and int(process) != os.getpid():
        print("SUCCESS sees process", process)
