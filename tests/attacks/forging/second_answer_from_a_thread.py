# %%
ABOUT = "answers, and lets a thread send other answers later"
BASE = "reference"
LOSES = "ANYTHING"
SAYS = ""

# %% stub="zeros"
def zeros(shape, rng):
    import threading
    import time

    from autograder.sandbox import codec, pipe

    def late():
        time.sleep(0.05)
        answer = {"value": 0.0, "changed": [], "global_random": False}
        for _ in range(20):
            pipe.write(4, codec.encode(answer, label=["probe", "zeros", "dense"]))
            time.sleep(0.01)

    threading.Thread(target=late).start()
    return np.ones(shape)
