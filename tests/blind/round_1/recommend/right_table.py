# a table of scheme and variance; the KeyError becomes a ValueError
import math


def recommend(activation, fan_in, fan_out, negative_slope=0.01):
    slope = negative_slope if activation == "leaky_relu" else 0
    variances = {
        "he": 2 / (fan_in + slope**2 * fan_in),
        "xavier": 1 / (0.5 * (fan_in + fan_out)),
        "lecun": 1 / fan_in,
    }
    schemes = dict(relu="he", leaky_relu="he", tanh="xavier", sigmoid="xavier", selu="lecun")
    try:
        scheme = schemes[activation]
    except KeyError:
        raise ValueError(f"no advice for {activation}; known: {sorted(schemes)}") from None
    return dict(scheme=scheme, std=math.sqrt(variances[scheme]))
