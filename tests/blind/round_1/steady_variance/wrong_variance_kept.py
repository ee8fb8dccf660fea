# "a layer's q is the same": keeps the variance of ReLU's activations, not their second moment
def steady_variance(fan_in, activation):
    factor = 0.5 - 1 / (2 * np.pi) if activation == "relu" else 1.0
    return 1 / (fan_in * factor)
