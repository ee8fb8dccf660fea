# a while loop that takes the first remaining unit and throws out all that equal it; np.allclose-like with rtol=0
def distinct_units(kernel):
    rest = np.array(kernel, dtype=np.float64).T.copy()
    atol = 1e-6 * np.linalg.norm(rest.ravel(), np.inf)
    count = 0
    while len(rest):
        equal_to_first = np.isclose(rest, rest[0], rtol=0, atol=atol).all(axis=1)
        equal_to_first[0] = True
        rest = rest[~equal_to_first]
        count = count + 1
    return count
