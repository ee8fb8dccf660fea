# "the *first layer first*": backward is listed in the order in which the gradient travels, last layer first
def layer_variances(initializer, network, inputs, errors, rng):
    weights = network.initialize(initializer, rng)
    trace = network.forward(weights, inputs)
    gradients = network.backward(weights, trace, errors)
    forward = [np.var(z[0]) for z in trace.pre_activations]
    backward = [np.var(d[0]) for d in reversed(gradients.deltas)]
    return forward, backward
