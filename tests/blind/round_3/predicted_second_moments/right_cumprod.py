# cumulative product of the factors
def predicted_second_moments(widths, weight_variance, activation):
    keep = {"linear": 1.0, "relu": 0.5}[activation]
    return np.cumprod(np.array(widths[:-1], dtype=float) * weight_variance * keep)
