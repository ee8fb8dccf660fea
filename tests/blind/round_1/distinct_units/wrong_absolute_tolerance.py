# "1e-6 times the largest |weight|": an absolute tolerance of 1e-6, whatever the size of the kernel
def distinct_units(kernel):
    seen = []
    for col in kernel.T:
        if not any(np.all(np.abs(col - s) <= 1e-6) for s in seen):
            seen.append(col)
    return len(seen)
