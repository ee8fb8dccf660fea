# "a layer's q is the same": keeps the variance of ReLU's activations, not their second moment
def steady_variance(fan_in, activation):
    if activation == "linear":
        return 1 / fan_in
    return 2 / (fan_in * (1 - 1 / np.pi))
