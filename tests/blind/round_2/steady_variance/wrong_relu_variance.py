# "q is the same": keeps the variance of the activations, not their second moment, for ReLU
def steady_variance(fan_in, activation):
    if activation == "linear":
        return 1 / fan_in
    return 2 / ((1 - 1 / np.pi) * fan_in)
