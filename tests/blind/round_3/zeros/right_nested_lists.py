# nested Python lists, built from the last axis to the first
def zeros(shape, rng=None):
    """Weights that are all 0.0."""

    def table(axes):
        if not axes:
            return 0.0
        return [table(axes[1:]) for _ in range(axes[0])]

    return np.array(table(tuple(shape)), dtype=float)
