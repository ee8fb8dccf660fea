# %%
ABOUT = "answers, and lets a thread send other answers later"
BASE = "reference"
LOSES = "ANYTHING"
SAYS = ""

# %% stub="zeros"
def zeros(shape, rng):
    import threading
    import time

    from autograder.sandbox import codec, frames

    def late():
        time.sleep(0.05)
        answer = {"value": 0.0, "changed": [], "global_random": False}
        for _ in range(20):
            frames.write(4, codec.encode({"probe": "zeros", "step": "dense", "answer": answer}))
            time.sleep(0.01)

    threading.Thread(target=late).start()
    return np.ones(shape)
