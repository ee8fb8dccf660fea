# "the weight variance": the inverse, 1/v
def steady_variance(fan_in, activation):
    return fan_in / {"linear": 1, "relu": 2}[activation]
