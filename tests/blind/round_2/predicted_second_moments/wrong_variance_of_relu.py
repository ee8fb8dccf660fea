# "second moment", not variance: subtracts the squared mean of ReLU's activations (q / 2 · (1 - 1/π))
def predicted_second_moments(widths, weight_variance, activation):
    factor = 0.5 * (1 - 1 / np.pi) if activation == "relu" else 1.0
    return np.cumprod(factor * weight_variance * np.asarray(widths[:-1], dtype=float))
