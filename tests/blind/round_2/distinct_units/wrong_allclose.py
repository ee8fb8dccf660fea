# "times the largest |weight| in the whole kernel": np.isclose has a limit relative to each single weight (noise on a small weight makes units different)
def distinct_units(kernel):
    seen = []
    for j in range(kernel.shape[1]):
        if not any(np.allclose(kernel[:, j], kernel[:, i], rtol=1e-6, atol=0) for i in seen):
            seen.append(j)
    return len(seen)
