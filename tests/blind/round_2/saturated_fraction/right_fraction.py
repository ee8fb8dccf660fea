# count_nonzero per column and exact integers
def saturated_fraction(activations, kind):
    a = np.array(activations, copy=True)
    if kind == "relu":
        per_unit = np.count_nonzero(a, axis=0)
        return int((per_unit == 0).sum()) / per_unit.size
    lower = -0.99 if kind == "tanh" else 0.01
    return (int((a > 0.99).sum()) + int((a < lower).sum())) / a.size
