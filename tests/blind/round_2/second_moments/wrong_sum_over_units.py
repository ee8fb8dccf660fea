# "over all samples and units": the mean over samples of the squared length, not divided by the units
def second_moments(initializer, network, inputs, rng, networks):
    weights = network.initialize(initializer, rng, replicas=networks)
    trace = network.forward(weights, inputs)
    return np.stack([np.sum(a**2, axis=2).mean(axis=1) for a in trace.activations[:-1]], axis=1)
