# match statement, 1 minus the fraction of living units / unsaturated values
def saturated_fraction(activations, kind):
    match kind:
        case "relu":
            alive = np.any(activations, axis=0)
            return 1 - alive.sum() / activations.shape[1]
        case "tanh" | "sigmoid":
            floor = {"tanh": -0.99, "sigmoid": 0.01}[kind]
            fine = (activations >= floor) & (activations <= 0.99)
            return 1.0 - fine.mean()
        case _:
            raise NotImplementedError(kind)
