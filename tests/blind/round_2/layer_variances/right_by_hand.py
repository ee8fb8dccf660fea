# own forward and backward pass with matrix products, the deltas collected from the end; arrays are returned
def layer_variances(initializer, network, inputs, errors, rng):
    kernels = [np.asarray(initializer(shape, rng), dtype=float) for shape in network.shapes]
    zs, a = [], np.asarray(inputs, dtype=float)
    for number, kernel in enumerate(kernels):
        z = a @ kernel
        zs.append(z)
        if number < len(kernels) - 1:
            a = network.hidden(z)

    delta = np.array(errors, dtype=float)
    deltas = [delta]
    for number in range(len(kernels) - 1, 0, -1):
        delta = (delta @ kernels[number].T) * network.hidden.derivative(zs[number - 1])
        deltas.insert(0, delta)

    def variance(table):
        return np.mean(np.square(table - table.mean()))

    return np.array([variance(z) for z in zs]), np.array([variance(d) for d in deltas])
