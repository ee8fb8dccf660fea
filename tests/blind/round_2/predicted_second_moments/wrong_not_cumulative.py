# "fan_in · v · q" with the q of the layer before: each layer by itself, with q = 1
def predicted_second_moments(widths, weight_variance, activation):
    factors = np.array(widths[:-1]) * weight_variance
    return factors / 2 if activation == "relu" else factors
