# "solve for v": the half of ReLU on the wrong side, 1 / (2 fan_in)
def steady_variance(fan_in, activation):
    return 1 / fan_in if activation == "linear" else 0.5 / fan_in
