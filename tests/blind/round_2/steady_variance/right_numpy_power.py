# NumPy numbers, negative power of a float
def steady_variance(fan_in, activation):
    factor = np.where(activation == "relu", 2.0, 1.0)
    return factor * np.float64(fan_in) ** -1
