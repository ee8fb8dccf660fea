# "that is half of all z, ... with half of the squares. The new q is **half**": halves twice
def predicted_second_moments(widths, weight_variance, activation):
    q, result = 1.0, []
    for fan_in in widths[:-1]:
        q *= fan_in * weight_variance
        if activation == "relu":
            q *= 0.5 * 0.5
        result.append(q)
    return np.array(result)
