# "the array has both axes also where there is only one": squeeze takes an axis of length 1 away
def second_moments(initializer, network, inputs, rng, networks):
    weights = network.initialize(initializer, rng, replicas=networks)
    trace = network.forward(weights, inputs)
    return np.stack([np.mean(a**2, axis=(1, 2)) for a in trace.activations[:-1]], axis=1).squeeze()
