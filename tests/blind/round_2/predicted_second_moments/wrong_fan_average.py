# "fan_in": the mean of fan_in and fan_out, as Xavier does
def predicted_second_moments(widths, weight_variance, activation):
    w = np.asarray(widths, dtype=float)
    factor = 0.5 if activation == "relu" else 1.0
    return np.cumprod((w[:-1] + w[1:]) / 2 * weight_variance * factor)
