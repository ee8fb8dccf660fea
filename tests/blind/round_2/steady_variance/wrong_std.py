# "the weight variance": the standard deviation
def steady_variance(fan_in, activation):
    return np.sqrt((2.0 if activation == "relu" else 1.0) / fan_in)
