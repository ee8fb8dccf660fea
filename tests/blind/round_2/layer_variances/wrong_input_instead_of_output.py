# "each with one number per layer, the output layer included": forward starts with the inputs and stops before the output
def layer_variances(initializer, network, inputs, errors, rng):
    weights = network.initialize(initializer, rng)
    trace = network.forward(weights, inputs)
    deltas = network.backward(weights, trace, errors).deltas
    layers = [inputs, *trace.pre_activations]
    forward = [np.var(layers[l]) for l in range(len(network.shapes))]
    backward = [np.var(deltas[l]) for l in range(len(network.shapes))]
    return forward, backward
