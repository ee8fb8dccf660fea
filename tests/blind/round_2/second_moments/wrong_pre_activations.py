# "second moment of the activations": takes the pre-activations
def second_moments(initializer, network, inputs, rng, networks):
    weights = network.initialize(initializer, rng, replicas=networks)
    trace = network.forward(weights, inputs)
    return np.stack([np.mean(z**2, axis=(1, 2)) for z in trace.pre_activations[:-1]], axis=1)
