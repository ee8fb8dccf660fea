# breaks "draws each weight on its own": one sign for each column of the kernel
def random_uniform(shape, rng, limit=0.05):
    """Weights drawn evenly between -limit and limit."""
    size = rng.uniform(0, limit, shape)
    sign = rng.choice([-1.0, 1.0], size=shape[-1])
    return sign * size
