# "the weight variance": returns the standard deviation
def steady_variance(fan_in, activation):
    return np.sqrt((2 if activation == "relu" else 1) / fan_in)
