# conditional expression
def steady_variance(fan_in, activation):
    return (2 if activation == "relu" else 1) / fan_in
