# "fan_in . v . q": multiplies with the units of the layer itself
def predicted_second_moments(widths, weight_variance, activation):
    q, out = 1.0, []
    for n in widths[1:]:
        q = n * weight_variance * q
        if activation == "relu":
            q /= 2
        out.append(q)
    return np.array(out)
