# recursion on the widths, validates the activation
def predicted_second_moments(widths, weight_variance, activation):
    if activation not in ("linear", "relu"):
        raise ValueError(activation)

    def go(remaining, q):
        if len(remaining) < 2:
            return []
        z2 = remaining[0] * weight_variance * q
        after = z2 if activation == "linear" else z2 / 2
        return [after] + go(remaining[1:], after)

    return np.array(go(tuple(widths), 1.0), dtype=float)
