# "fan_in . v . q": each layer's factor alone, as if q were 1 before each layer
def predicted_second_moments(widths, weight_variance, activation):
    factor = weight_variance * (0.5 if activation == "relu" else 1.0)
    return factor * np.array(widths[:-1], dtype=float)
