# "solve for v": multiplies with the half in place of dividing by it
def steady_variance(fan_in, activation):
    return 0.5 / fan_in if activation == "relu" else 1 / fan_in
