# "The new q is half of the mean of z²": the half is not passed on to the next layer
def predicted_second_moments(widths, weight_variance, activation):
    mean_z2 = np.cumprod(np.asarray(widths[:-1], dtype=float) * weight_variance)
    return mean_z2 / 2 if activation == "relu" else mean_z2
