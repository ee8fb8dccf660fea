# "fan_in" of each layer: uses widths[0] for all layers, right for equal widths only
def predicted_second_moments(widths, weight_variance, activation):
    r = widths[0] * weight_variance
    if activation == "relu":
        r = r / 2
    return r ** np.arange(1.0, len(widths))
