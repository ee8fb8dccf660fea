# "the mean of the squared distances from their mean": the mean of the squares, nothing subtracted
def layer_variances(initializer, network, inputs, errors, rng):
    weights = network.initialize(initializer, rng)
    trace = network.forward(weights, inputs)
    gradients = network.backward(weights, trace, errors)
    forward = [np.mean(z**2) for z in trace.pre_activations]
    backward = [np.mean(d**2) for d in gradients.deltas]
    return forward, backward
