# "then 3 . 0.5 . 2": the product of the widths is taken in int64, which overflows in deep networks
def predicted_second_moments(widths, weight_variance, activation):
    layers = np.arange(1, len(widths))
    factor = weight_variance / 2 if activation == "relu" else weight_variance
    return np.cumprod(np.array(widths[:-1])) * float(factor) ** layers
