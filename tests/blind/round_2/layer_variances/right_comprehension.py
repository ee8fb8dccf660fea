# nothing unusual: np.var in two comprehensions, [0] for the replica
def layer_variances(initializer, network, inputs, errors, rng):
    """The variances of the pre-activations and of the gradients there, layer by layer: (forward, backward)."""
    weights = network.initialize(initializer, rng)
    trace = network.forward(weights, inputs)
    back = network.backward(weights, trace, errors)
    return [z[0].var() for z in trace.pre_activations], [d[0].var() for d in back.deltas]
