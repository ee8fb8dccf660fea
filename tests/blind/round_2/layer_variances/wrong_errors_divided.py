# "`errors` ... the gradient that a loss would send into the output layer": divides it by the number of samples once more
def layer_variances(initializer, network, inputs, errors, rng):
    weights = network.initialize(initializer, rng)
    trace = network.forward(weights, inputs)
    deltas = network.backward(weights, trace, errors / len(inputs)).deltas
    return [np.var(z) for z in trace.pre_activations], [np.var(d) for d in deltas]
