# "weight_variance": takes it for a standard deviation and squares it
def predicted_second_moments(widths, weight_variance, activation):
    factor = weight_variance**2 / (2 if activation == "relu" else 1)
    return np.cumprod([float(n) * factor for n in widths[:-1]])
