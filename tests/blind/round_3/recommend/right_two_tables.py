# two tables (activation -> scheme, scheme -> gain and fan), math.hypot for the slope, KeyError turned into ValueError
import math

SCHEMES = {"relu": "he", "leaky_relu": "he", "tanh": "xavier", "sigmoid": "xavier", "selu": "lecun"}


def recommend(activation, fan_in, fan_out, negative_slope=0.01):
    """The published scheme for this activation, and the standard deviation of this layer's weights."""
    try:
        scheme = SCHEMES[activation]
    except KeyError:
        raise ValueError(f"unknown activation: {activation}") from None
    slope = negative_slope if activation == "leaky_relu" else 0
    fan = {"he": fan_in, "lecun": fan_in, "xavier": (fan_in + fan_out) / 2}[scheme]
    gain = math.sqrt(2) / math.hypot(1, slope) if scheme == "he" else 1.0
    return dict(scheme=scheme, std=gain / math.sqrt(fan))
