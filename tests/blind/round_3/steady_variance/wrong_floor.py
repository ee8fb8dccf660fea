# "Return one number" that solves the formula: integer division gives 0
def steady_variance(fan_in, activation):
    return (2 if activation == "relu" else 1) // fan_in
