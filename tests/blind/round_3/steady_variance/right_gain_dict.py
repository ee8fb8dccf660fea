# dict of gains
def steady_variance(fan_in, activation):
    return {"linear": 1.0, "relu": 2.0}[activation] / fan_in
