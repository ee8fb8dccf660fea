# "a row for each network": the layers' table is reshaped where it should be transposed; the numbers stand in wrong places
def second_moments(initializer, network, inputs, rng, networks):
    weights = network.initialize(initializer, rng, replicas=networks)
    trace = network.forward(weights, inputs)
    table = np.array([np.mean(a**2, axis=(1, 2)) for a in trace.activations[:-1]])
    return table.reshape(networks, len(trace.activations) - 1)
