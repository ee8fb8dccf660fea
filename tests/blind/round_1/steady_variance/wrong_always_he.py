# "for `"linear"` and `"relu"`": 2/fan_in (He) for both
def steady_variance(fan_in, activation):
    return 2.0 / fan_in
