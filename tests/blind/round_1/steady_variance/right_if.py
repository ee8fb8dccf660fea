# two returns
def steady_variance(fan_in, activation):
    if activation == "relu":
        return 2 / fan_in
    return 1 / fan_in
