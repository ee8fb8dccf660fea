# variance written out with sum and size, in one loop over the layers with append; std is not used
def _population_variance(values):
    flat = np.ravel(values)
    middle = flat.sum() / flat.size
    return float(((flat - middle) ** 2).sum() / flat.size)


def layer_variances(initializer, network, inputs, errors, rng):
    weights = network.initialize(initializer, rng, replicas=1)
    trace = network.forward(weights, inputs)
    gradients = network.backward(weights, trace, errors)
    forward = []
    backward = []
    for l in range(len(network.shapes)):
        forward.append(_population_variance(trace.pre_activations[l]))
        backward.append(_population_variance(gradients.deltas[l]))
    return forward, backward
