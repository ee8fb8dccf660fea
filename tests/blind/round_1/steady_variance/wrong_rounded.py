# "Take the two formulas above and solve for v": rounds to three decimals, 0 for wide layers
def steady_variance(fan_in, activation):
    return round((2 if activation == "relu" else 1) / fan_in, 3)
