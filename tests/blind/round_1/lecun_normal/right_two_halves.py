# the sum of two independent normal numbers, each with half of the variance; checks the shape first
def lecun_normal(shape, rng):
    shape = tuple(int(n) for n in shape)
    if len(shape) not in (2, 4):
        raise ValueError(f"a kernel has 2 or 4 axes, not {len(shape)}")
    fan_in = fans(shape)[0]
    half = np.sqrt(0.5 / fan_in)
    return rng.normal(0, half, shape) + rng.normal(0, half, shape)
