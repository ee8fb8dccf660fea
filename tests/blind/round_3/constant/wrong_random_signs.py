# "weights that are all `value`": random signs
def constant(shape, rng, value=0.5):
    return value * rng.choice([-1.0, 1.0], size=shape)
