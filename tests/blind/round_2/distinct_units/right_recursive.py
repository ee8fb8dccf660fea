# recursion: take the first column, drop everything equal to it, count the rest
def distinct_units(kernel):
    tolerance = 1e-6 * np.abs(kernel).max()

    def count(rest):
        if rest.shape[1] == 0:
            return 0
        different = (np.abs(rest - rest[:, :1]) > tolerance).any(axis=0)
        return 1 + count(rest[:, different])

    return np.array(count(np.asarray(kernel, dtype=float)))
