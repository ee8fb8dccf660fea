# own forward and backward pass in NumPy, only network.shapes and network.hidden are used; returns arrays
def layer_variances(initializer, network, inputs, errors, rng):
    kernels = []
    for shape in network.shapes:
        kernels.append(np.asarray(initializer(shape, rng), dtype=float))

    a = np.asarray(inputs, dtype=float)
    zs = []
    for kernel in kernels:
        z = a @ kernel
        zs.append(z)
        a = network.hidden(z)

    delta = np.asarray(errors, dtype=float)
    deltas = [delta]
    for kernel, z in zip(kernels[:0:-1], zs[-2::-1]):
        delta = (delta @ kernel.T) * network.hidden.derivative(z)
        deltas.insert(0, delta)
    return np.array([np.var(z) for z in zs]), np.array([np.var(d) for d in deltas])
