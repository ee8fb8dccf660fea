# -0.0 is 0 as well; a lambda
zeros = lambda shape, rng: -np.zeros(shape)
