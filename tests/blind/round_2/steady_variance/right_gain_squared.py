# gain squared over fan_in; returned as an array with one element
def steady_variance(fan_in, activation):
    gains = {"linear": 1.0, "relu": np.sqrt(2.0)}
    if activation not in gains:
        raise ValueError(f"no steady variance known for {activation!r}")
    std = gains[activation] / np.sqrt(fan_in)
    return np.array([std**2])
