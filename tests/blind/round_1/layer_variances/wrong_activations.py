# "the variance of layer l's **pre-activations**": takes the activations (the same only for linear layers)
def layer_variances(initializer, network, inputs, errors, rng):
    weights = network.initialize(initializer, rng)
    trace = network.forward(weights, inputs)
    back = network.backward(weights, trace, errors)
    return [a.var() for a in trace.activations], [d.var() for d in back.deltas]
