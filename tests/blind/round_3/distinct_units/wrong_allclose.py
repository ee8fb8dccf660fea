# "1e-6 times the largest |weight| in the whole kernel": np.allclose, relative to each weight plus an absolute 1e-8
def distinct_units(kernel):
    reps = []
    for column in kernel.T:
        if not any(np.allclose(column, other, rtol=1e-6) for other in reps):
            reps.append(column)
    return len(reps)
