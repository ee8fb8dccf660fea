# by hand, in another order: all networks' first kernels are drawn first, then all second kernels, ...
def second_moments(initializer, network, inputs, rng, networks):
    kernels = [np.array([initializer(shape, rng) for _ in range(networks)]) for shape in network.shapes]
    signal = np.asarray(inputs, dtype=float)
    table = np.empty((networks, len(kernels) - 1))
    for l, kernel in enumerate(kernels[:-1]):
        signal = network.hidden(signal @ kernel)
        table[:, l] = (signal * signal).mean(axis=-1).mean(axis=-1)
    return table
