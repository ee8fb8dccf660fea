# 2 u - 1 in 32 bits
def random_uniform(shape, rng, limit=0.05):
    """Weights drawn evenly between -limit and limit."""
    return (2 * rng.random(size=shape, dtype=np.float32) - 1) * np.float32(limit)
