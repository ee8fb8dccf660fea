# "the **second moment** q: the mean of the *squares*": returns its root
def predicted_second_moments(widths, weight_variance, activation):
    gain = {"linear": 1.0, "relu": 0.5}[activation]
    return np.sqrt(np.cumprod(gain * weight_variance * np.array(widths[:-1], dtype=float)))
