# one network after the other into a preallocated table, index by index
def second_moments(initializer, network, inputs, rng, networks):
    depth = len(network.widths) - 2
    table = np.zeros((networks, depth))
    for r in range(networks):
        trace = network.forward(network.initialize(initializer, rng), inputs)
        for l in range(depth):
            a = trace.activations[l][0]
            table[r, l] = (a * a).sum() / a.size
    return table
