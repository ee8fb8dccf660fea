# "fan_in": counts the bias as one more input, gain / (fan_in + 1)
def steady_variance(fan_in, activation):
    gain = 2 if activation == "relu" else 1
    return gain / (fan_in + 1)
