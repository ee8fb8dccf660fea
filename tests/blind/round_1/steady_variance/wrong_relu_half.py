# "solve for v": ReLU's 1/2 multiplied instead of divided
def steady_variance(fan_in, activation):
    return 1 / fan_in if activation == "linear" else 1 / (2 * fan_in)
