# "`weight_variance`": squares it, as if it were a standard deviation
def predicted_second_moments(widths, weight_variance, activation):
    gain = {"linear": 1.0, "relu": 0.5}[activation]
    return np.cumprod(gain * weight_variance**2 * np.array(widths[:-1], dtype=float))
