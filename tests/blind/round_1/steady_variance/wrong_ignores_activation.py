# "for `"linear"` and `"relu"`": 1/fan_in for both
def steady_variance(fan_in, activation):
    return 1 / fan_in
