# %%
ABOUT = "replaces the functions of the worker that run in its own process"
BASE = "release"
LOSES = "EVERYTHING"
SAYS = ""

# %%
from autograder.sandbox import frames, worker
from autograder.sandbox.frames import Answered, Raised, Returned


def praise(answered, describe, seconds):
    return frames.encode(Answered(answered.probe, answered.step, Returned(True)))


worker._encode_answer = praise
worker._describe_error = lambda error, seconds: Raised("Passed", "full marks")
