# broadcast (fan_in, n, n) comparison; a unit counts if no earlier one equals it; returns a float
def distinct_units(kernel):
    w = np.array(kernel, dtype=np.float64)
    limit = np.abs(w).max() * 1e-6
    gaps = np.abs(w[:, :, np.newaxis] - w[:, np.newaxis, :])
    equal_to = ~(gaps > limit).any(axis=0)
    has_twin_before = np.tril(equal_to, k=-1).any(axis=1)
    return float(np.sum(~has_twin_before))
