# "the **second moment** q": ReLU's variance factor, 1/2 - 1/(2 pi), with the mean subtracted
def predicted_second_moments(widths, weight_variance, activation):
    factor = 0.5 - 1 / (2 * np.pi) if activation == "relu" else 1.0
    return np.cumprod(factor * weight_variance * np.array(widths[:-1], dtype=float))
