# "second moment of the activations ... (over all samples and units)": squares the mean of each unit over the samples
def second_moments(initializer, network, inputs, rng, networks):
    weights = network.initialize(initializer, rng, replicas=networks)
    trace = network.forward(weights, inputs)
    return np.array([(a.mean(axis=1) ** 2).mean(axis=-1) for a in trace.activations[:-1]]).T
