# "The new q is half of the mean of z²" for ReLU: the activation is ignored
def predicted_second_moments(widths, weight_variance, activation):
    return np.cumprod(np.array(widths[:-1], dtype=float) * weight_variance)
