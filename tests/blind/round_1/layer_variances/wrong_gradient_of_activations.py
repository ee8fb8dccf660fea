# "the **gradient at layer l's pre-activations**": gives the one at its activations, before the slope is multiplied in
def layer_variances(initializer, network, inputs, errors, rng):
    weights = network.initialize(initializer, rng)
    trace = network.forward(weights, inputs)
    deltas = network.backward(weights, trace, errors).deltas
    forward = [np.var(z) for z in trace.pre_activations]
    backward = []
    for l in range(len(deltas)):
        if l + 1 < len(deltas):
            backward.append(np.var(deltas[l + 1][0] @ weights.kernels[l + 1][0].T))
        else:
            backward.append(np.var(deltas[l]))
    return forward, backward
