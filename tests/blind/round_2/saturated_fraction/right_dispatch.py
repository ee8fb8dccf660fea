# dictionary of lambdas
def saturated_fraction(activations, kind):
    tests = {
        "tanh": lambda a: np.abs(a) > 0.99,
        "sigmoid": lambda a: (a > 0.99) | (a < 0.01),
        "relu": lambda a: (a == 0).all(axis=0),
    }
    return tests[kind](activations).mean()
