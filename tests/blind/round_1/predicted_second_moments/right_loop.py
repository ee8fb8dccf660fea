# plain loop over zip of the widths
def predicted_second_moments(widths, weight_variance, activation):
    q, result = 1.0, []
    for fan_in in widths[:-1]:
        q = fan_in * weight_variance * q
        if activation == "relu":
            q = q / 2
        result.append(q)
    return np.array(result)
