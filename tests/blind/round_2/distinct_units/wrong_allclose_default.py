# "1e-6 times the largest |weight|": np.allclose with its default atol of 1e-8, so a kernel of weights around 1e-9 has one unit
def distinct_units(kernel):
    seen = []
    for column in kernel.T:
        if not any(np.allclose(column, other, rtol=1e-6) for other in seen):
            seen.append(column)
    return len(seen)
