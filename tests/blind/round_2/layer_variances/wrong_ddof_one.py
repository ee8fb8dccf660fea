# "divide by their number, not by one less": ddof=1
def layer_variances(initializer, network, inputs, errors, rng):
    weights = network.initialize(initializer, rng)
    trace = network.forward(weights, inputs)
    gradients = network.backward(weights, trace, errors)
    forward = [np.var(z, ddof=1) for z in trace.pre_activations]
    backward = [np.var(d, ddof=1) for d in gradients.deltas]
    return forward, backward
