# "used in **every** layer": leaves the last layer linear
def predicted_second_moments(widths, weight_variance, activation):
    q, result = 1.0, []
    for layer, fan_in in enumerate(widths[:-1]):
        q = q * fan_in * weight_variance
        if activation == "relu" and layer < len(widths) - 2:
            q = q / 2
        result.append(q)
    return np.array(result)
