# "used in every layer": treats the last layer as a linear output
def predicted_second_moments(widths, weight_variance, activation):
    q, out = 1.0, []
    for layer, n in enumerate(widths[:-1]):
        q *= n * weight_variance
        if activation == "relu" and layer < len(widths) - 2:
            q *= 0.5
        out.append(q)
    return np.array(out)
