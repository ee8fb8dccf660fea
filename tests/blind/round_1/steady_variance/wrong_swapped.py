# "for `"linear"` and `"relu"`": the two mixed up
def steady_variance(fan_in, activation):
    return {"relu": 1.0, "linear": 2.0}[activation] / fan_in
