# Python list, one draw at a time, in a helper; drawn column by column
def random_uniform(shape, rng, limit=0.05):
    """Weights drawn evenly between -limit and limit."""
    rows = int(np.prod(shape[:-1]))

    def column():
        return [-limit + 2 * limit * rng.random() for _ in range(rows)]

    return np.array([column() for _ in range(shape[-1])]).T.reshape(shape)
