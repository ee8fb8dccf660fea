# "by more than `1e-6` times the largest": np.allclose with its defaults (rtol 1e-5 of each weight, atol 1e-8)
def distinct_units(kernel):
    different = []
    for j in range(kernel.shape[1]):
        if not any(np.allclose(kernel[:, j], d) for d in different):
            different.append(kernel[:, j])
    return len(different)
