# match statement; largest activation of a unit (ReLU is never negative); result as array of one element
def saturated_fraction(activations, kind):
    a = np.asarray(activations)
    match kind:
        case "tanh":
            hit = (a > 0.99) + (a < -0.99)
        case "sigmoid":
            hit = np.where(a > 0.99, True, a < 0.01)
        case "relu":
            hit = np.abs(a).max(axis=0) == 0
        case _:
            raise ValueError(f"unknown kind {kind!r}")
    return np.array([hit.mean()])
