# "of every **hidden** layer": has a column for the output layer too
def second_moments(initializer, network, inputs, rng, networks):
    weights = network.initialize(initializer, rng, replicas=networks)
    trace = network.forward(weights, inputs)
    return np.array([[np.mean(a[r] ** 2) for a in trace.activations] for r in range(networks)])
