# "over all samples and units together": the variance of each unit over the samples, then their average
def layer_variances(initializer, network, inputs, errors, rng):
    weights = network.initialize(initializer, rng)
    trace = network.forward(weights, inputs)
    gradients = network.backward(weights, trace, errors)
    forward = [z[0].var(axis=0).mean() for z in trace.pre_activations]
    backward = [d[0].var(axis=0).mean() for d in gradients.deltas]
    return forward, backward
