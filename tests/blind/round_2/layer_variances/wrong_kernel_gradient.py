# "the gradient at layer l's pre-activations": the variance of the gradient for layer l's kernel
def layer_variances(initializer, network, inputs, errors, rng):
    weights = network.initialize(initializer, rng)
    trace = network.forward(weights, inputs)
    gradients = network.backward(weights, trace, errors)
    return [np.var(z) for z in trace.pre_activations], [np.var(k) for k in gradients.kernels]
