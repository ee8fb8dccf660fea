# "the second moment of the activations": their variance, which differs as soon as the mean is not 0
def second_moments(initializer, network, inputs, rng, networks):
    weights = network.initialize(initializer, rng, replicas=networks)
    trace = network.forward(weights, inputs)
    return np.stack([a.var(axis=(1, 2)) for a in trace.activations[:-1]], axis=1)
