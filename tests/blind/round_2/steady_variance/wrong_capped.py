# "as the same after it as before it": capped at 1, wrong for a ReLU layer with fan_in 1
def steady_variance(fan_in, activation):
    return min(1.0, (2.0 if activation == "relu" else 1.0) / fan_in)
