# recursion over the tuple of widths from the back
def predicted_second_moments(widths, weight_variance, activation):
    if len(widths) < 2:
        return np.empty(0)
    before = predicted_second_moments(widths[:-1], weight_variance, activation)
    q = before[-1] if len(before) else 1.0
    z2 = widths[-2] * weight_variance * q
    return np.append(before, z2 / 2 if activation == "relu" else z2)
