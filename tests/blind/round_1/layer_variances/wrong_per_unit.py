# "over all samples and units together": takes the variance of every unit over the samples, then averages
def layer_variances(initializer, network, inputs, errors, rng):
    weights = network.initialize(initializer, rng)
    trace = network.forward(weights, inputs)
    gradients = network.backward(weights, trace, errors)
    forward = [z[0].var(axis=0).mean() for z in trace.pre_activations]
    backward = [d[0].var(axis=0).mean() for d in gradients.deltas]
    return forward, backward
