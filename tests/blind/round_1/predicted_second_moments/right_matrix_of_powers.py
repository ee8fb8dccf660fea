# closed form: products of widths times (v/2)^l or v^l, single precision where it can hold it
def predicted_second_moments(widths, weight_variance, activation):
    layers = len(widths) - 1
    v = weight_variance / (1 + (activation == "relu"))
    out = np.empty(layers)
    for l in range(layers):
        out[l] = np.prod([float(w) for w in widths[: l + 1]]) * v ** (l + 1)
    return out
