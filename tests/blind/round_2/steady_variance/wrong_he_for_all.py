# "for linear": He's value for both activations
def steady_variance(fan_in, activation):
    return 2 / fan_in
