# one column (unit) after the other into a flat kernel (fan_in, fan_out), reshaped at the end
def he_uniform(shape, rng, negative_slope=0.0):
    fan_in = fans(shape)[0]
    limit = np.sqrt(6 / ((1 + negative_slope**2) * fan_in))
    kernel = np.empty((fan_in, shape[-1]))
    for unit in range(shape[-1]):
        kernel[:, unit] = rng.uniform(low=-limit, high=limit, size=fan_in)
    return kernel.reshape(shape)
