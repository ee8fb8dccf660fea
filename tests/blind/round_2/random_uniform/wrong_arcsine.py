# breaks "drawn evenly": the sine of a uniform angle lies within the limits, but mostly near them
def random_uniform(shape, rng, limit=0.05):
    """Weights drawn evenly between -limit and limit."""
    angle = rng.uniform(-np.pi, np.pi, shape)
    return limit * np.sin(angle)
