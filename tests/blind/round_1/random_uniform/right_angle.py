# by the angle of a random direction in the plane (uniform on -pi..pi)
def random_uniform(shape, rng, limit=0.05):
    x, y = rng.standard_normal((2, *shape))
    return limit * np.arctan2(y, x) / np.pi
