# Python floats one by one, in a list that gets its shape at the end
def random_uniform(shape, rng, limit=0.05):
    count = 1
    for n in shape:
        count *= n
    values = [float(rng.uniform(-limit, limit)) for _ in range(count)]
    return np.array(values, dtype=float).reshape(shape)
