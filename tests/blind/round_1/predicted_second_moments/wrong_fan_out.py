# "mean of z^2 = fan_in * v * q": uses each layer's own width (fan_out)
def predicted_second_moments(widths, weight_variance, activation):
    gain = {"linear": 1.0, "relu": 0.5}[activation]
    return np.cumprod(gain * weight_variance * np.array(widths[1:], dtype=float))
