# "the weight **variance**": the square of the limit of a uniform distribution (3 times the variance)
def steady_variance(fan_in, activation):
    return {"linear": 3.0, "relu": 6.0}[activation] / fan_in
