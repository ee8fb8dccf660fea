# the angle of a random point in the plane is even between -pi and pi
def he_uniform(shape, rng, negative_slope=0.0):
    a = np.sqrt(6 / ((1 + negative_slope**2) * fans(shape)[0]))
    x, y = rng.standard_normal((2, *shape))
    return np.arctan2(y, x) * (a / np.pi)
