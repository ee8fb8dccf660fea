# "fan_in * v * q": q of the layer before is left out, each layer starts from 1
def predicted_second_moments(widths, weight_variance, activation):
    gain = {"linear": 1.0, "relu": 0.5}[activation]
    return gain * weight_variance * np.array(widths[:-1], dtype=float)
