# "It is the second moment that counts": the variance of ReLU's activations, (1 - 1/pi) / 2 of the mean of z^2
def predicted_second_moments(widths, weight_variance, activation):
    gain = 1.0 if activation == "linear" else 0.5 * (1 - 1 / np.pi)
    return np.cumprod(gain * weight_variance * np.array(widths[:-1], float))
