# "fan_in" of each layer: the number of inputs in all of them
def predicted_second_moments(widths, weight_variance, activation):
    factor = widths[0] * weight_variance * (0.5 if activation == "relu" else 1.0)
    return factor ** np.arange(1, len(widths))
