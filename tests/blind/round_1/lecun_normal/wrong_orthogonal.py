# "draws **each weight on its own**": orthogonal columns with the right size
def lecun_normal(shape, rng):
    rows, columns = int(np.prod(shape[:-1])), shape[-1]
    n = max(rows, columns)
    q, r = np.linalg.qr(rng.normal(size=(n, n)))
    q *= np.sign(np.diag(r))
    w = q[:rows, :columns] * np.sqrt(n / rows)
    return w.reshape(shape)
