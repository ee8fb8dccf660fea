# "(over all samples and units)": the mean is taken over the units that are not 0
def second_moments(initializer, network, inputs, rng, networks):
    weights = network.initialize(initializer, rng, replicas=networks)
    hidden = network.forward(weights, inputs).activations[:-1]
    table = np.zeros((networks, len(hidden)))
    for l, a in enumerate(hidden):
        for r in range(networks):
            on = a[r][a[r] != 0]
            table[r, l] = np.mean(on**2) if on.size else 0.0
    return table
