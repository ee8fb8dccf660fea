# "a row for each network": a row for each layer (unnoticed if both numbers are equal and nobody looks)
def second_moments(initializer, network, inputs, rng, networks):
    weights = network.initialize(initializer, rng, replicas=networks)
    trace = network.forward(weights, inputs)
    return np.array([np.mean(a**2, axis=(1, 2)) for a in trace.activations[:-1]])
