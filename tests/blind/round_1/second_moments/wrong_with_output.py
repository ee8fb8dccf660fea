# "of every **hidden** layer": the output layer is included
def second_moments(initializer, network, inputs, rng, networks):
    weights = network.initialize(initializer, rng, replicas=networks)
    trace = network.forward(weights, inputs)
    return np.array([np.mean(a**2, axis=(1, 2)) for a in trace.activations]).T
