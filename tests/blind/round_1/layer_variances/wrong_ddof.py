# "as Part 1 defines it" (the *mean* of the squared distances): divides by n - 1, seen with few samples and units
def layer_variances(initializer, network, inputs, errors, rng):
    weights = network.initialize(initializer, rng)
    trace = network.forward(weights, inputs)
    back = network.backward(weights, trace, errors)
    return [np.var(z, ddof=1) for z in trace.pre_activations], [np.var(d, ddof=1) for d in back.deltas]
