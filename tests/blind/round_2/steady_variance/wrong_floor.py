# "Return one number" that keeps q: integer division gives 0
def steady_variance(fan_in, activation):
    return 2 // fan_in if activation == "relu" else 1 // fan_in
