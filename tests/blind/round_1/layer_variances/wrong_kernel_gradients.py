# "the **gradient at layer l's pre-activations**": takes the gradients of the kernels
def layer_variances(initializer, network, inputs, errors, rng):
    weights = network.initialize(initializer, rng)
    trace = network.forward(weights, inputs)
    gradients = network.backward(weights, trace, errors)
    return [z.var() for z in trace.pre_activations], [g.var() for g in gradients.kernels]
