# "fan_in products": counts the bias as one more input
def steady_variance(fan_in, activation):
    return (2 if activation == "relu" else 1) / (fan_in + 1)
