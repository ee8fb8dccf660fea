# std = gain / sqrt(fan), with the mean fan for Xavier and hypot for the leaky slope; KeyError turned into ValueError
from math import hypot, sqrt

GAINS = {"relu": sqrt(2), "leaky_relu": None, "tanh": 1, "sigmoid": 1, "selu": 1}
SCHEMES = dict(relu="he", leaky_relu="he", tanh="xavier", sigmoid="xavier", selu="lecun")


def recommend(activation, fan_in, fan_out, negative_slope=0.01):
    try:
        scheme = SCHEMES[activation]
    except (KeyError, TypeError) as error:
        raise ValueError(f"no scheme for {activation!r}") from error
    gain = GAINS[activation]
    if gain is None:
        gain = sqrt(2) / hypot(1, negative_slope)
    fan = (fan_in + fan_out) / 2 if scheme == "xavier" else fan_in
    return {"scheme": scheme, "std": gain / sqrt(fan)}
