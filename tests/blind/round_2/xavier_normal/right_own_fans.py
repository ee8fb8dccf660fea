# computes the fans itself from the shape; a convolution's kernel is drawn flat and reshaped
def xavier_normal(shape, rng):
    """Normal weights with variance 2 / (fan_in + fan_out)."""
    *window, n_in, n_out = shape
    field = 1
    for side in window:
        field *= side
    sigma = (2.0 / (field * (n_in + n_out))) ** 0.5
    return np.array([rng.normal(0.0, sigma) for _ in range(field * n_in * n_out)]).reshape(shape)
