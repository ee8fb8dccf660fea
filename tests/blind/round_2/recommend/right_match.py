# match statement, math.sqrt, no variance named
import math


def recommend(activation, fan_in, fan_out, negative_slope=0.01):
    match activation:
        case "tanh" | "sigmoid":
            return dict(scheme="xavier", std=math.sqrt(2.0 / (fan_in + fan_out)))
        case "relu":
            return dict(scheme="he", std=math.sqrt(2.0 / fan_in))
        case "leaky_relu":
            return dict(scheme="he", std=math.sqrt(2.0 / (1.0 + negative_slope * negative_slope) / fan_in))
        case "selu":
            return dict(scheme="lecun", std=1.0 / math.sqrt(fan_in))
        case _:
            raise ValueError("I have no advice for " + repr(activation))
