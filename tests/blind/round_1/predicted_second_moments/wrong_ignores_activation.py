# "**ReLU** ... The new q is **half**": ignores the activation
def predicted_second_moments(widths, weight_variance, activation):
    return np.cumprod(weight_variance * np.array(widths[:-1], dtype=float))
