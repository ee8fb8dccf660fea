# a lambda instead of a def
zeros = lambda shape, rng: np.full(tuple(shape), 0.0)
