# "errors back through the same weights": the way back draws a second set of weights
def layer_variances(initializer, network, inputs, errors, rng):
    def start():
        return network.initialize(initializer, rng)

    trace = network.forward(start(), inputs)
    back = network.backward(start(), trace, errors)
    return [np.var(z) for z in trace.pre_activations], [np.var(d) for d in back.deltas]
