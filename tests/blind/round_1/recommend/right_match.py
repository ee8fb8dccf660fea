# match statement, standard deviations as gain over the root of a fan
def recommend(activation, fan_in, fan_out, negative_slope=0.01):
    match activation:
        case "relu":
            scheme, gain, fan = "he", 2**0.5, fan_in
        case "leaky_relu":
            scheme, gain, fan = "he", 2**0.5 / np.hypot(1.0, negative_slope), fan_in
        case "tanh" | "sigmoid":
            scheme, gain, fan = "xavier", 1.0, (fan_in + fan_out) / 2
        case "selu":
            scheme, gain, fan = "lecun", 1.0, fan_in
        case _:
            raise ValueError(activation)
    return {"std": gain * fan**-0.5, "scheme": scheme}
