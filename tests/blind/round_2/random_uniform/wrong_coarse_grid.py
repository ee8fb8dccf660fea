# breaks "drawn evenly between": only 201 different values
def random_uniform(shape, rng, limit=0.05):
    """Weights drawn evenly between -limit and limit."""
    values = np.linspace(-limit, limit, 201)
    return rng.choice(values, size=shape)
