# "fan_in": uses the width of the input in every layer, right only for equal widths
def predicted_second_moments(widths, weight_variance, activation):
    gain = {"linear": 1.0, "relu": 0.5}[activation]
    return (gain * weight_variance * widths[0]) ** np.arange(1.0, len(widths))
