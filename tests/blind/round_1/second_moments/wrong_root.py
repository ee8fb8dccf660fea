# "the second moment ... mean(a^2)": its root (root mean square)
def second_moments(initializer, network, inputs, rng, networks):
    weights = network.initialize(initializer, rng, replicas=networks)
    trace = network.forward(weights, inputs)
    return np.array([np.sqrt(np.mean(a**2, axis=(1, 2))) for a in trace.activations[:-1]]).T
