# "for linear and relu": the same for both
def steady_variance(fan_in, activation):
    return 1.0 / fan_in
