# adds logarithms, exponentiates at the end
def predicted_second_moments(widths, weight_variance, activation):
    fan_ins = np.asarray(widths[:-1], dtype=float)
    logs = np.log2(fan_ins) + np.log2(weight_variance)
    if activation == "relu":
        logs -= 1
    return np.exp2(np.cumsum(logs))
