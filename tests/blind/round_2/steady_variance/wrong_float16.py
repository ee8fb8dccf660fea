# "numbers are compared to about six digits": half precision
def steady_variance(fan_in, activation):
    return np.float16((2 if activation == "relu" else 1) / fan_in)
