# nested Python lists, recursively, turned into an array at the end
def zeros(shape, rng):
    def build(sizes):
        if not sizes:
            return 0.0
        return [build(sizes[1:]) for _ in range(sizes[0])]

    return np.array(build(tuple(shape)), dtype=float)
