# "the first layer first": the backward list starts with the output layer, in the order the errors travel
def layer_variances(initializer, network, inputs, errors, rng):
    weights = network.initialize(initializer, rng)
    trace = network.forward(weights, inputs)
    deltas = network.backward(weights, trace, errors).deltas
    forward = [np.var(z) for z in trace.pre_activations]
    backward = [np.var(d) for d in reversed(deltas)]
    return forward, backward
