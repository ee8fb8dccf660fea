# a table of lambdas; dead units by their maximum; Python float
def saturated_fraction(activations, kind):
    rules = {
        "tanh": lambda a: np.logical_or(a > 0.99, a < -0.99),
        "sigmoid": lambda a: np.logical_or(a > 0.99, a < 0.01),
        "relu": lambda a: a.max(axis=0) == 0,
    }
    flags = rules[kind](np.asarray(activations))
    return float(np.count_nonzero(flags) / flags.size)
