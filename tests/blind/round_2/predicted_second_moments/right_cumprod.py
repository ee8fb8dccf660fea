# np.cumprod of the factors
def predicted_second_moments(widths, weight_variance, activation):
    gain = {"linear": 1.0, "relu": 0.5}[activation]
    return np.cumprod(gain * weight_variance * np.asarray(widths[:-1], dtype=float))
