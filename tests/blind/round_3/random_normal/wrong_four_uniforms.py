# "a sum of twelve uniform numbers ...; a sum of fewer is no normal law": four, with the right standard deviation
def random_normal(shape, rng, std=0.05):
    total = sum(rng.uniform(-0.5, 0.5, shape) for _ in range(4))
    return total * std * np.sqrt(3)
