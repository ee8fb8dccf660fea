# "sends `inputs` forward and `errors` back through the same weights": draws a second set for the way back
def layer_variances(initializer, network, inputs, errors, rng):
    def trace_of(weights):
        return network.forward(weights, inputs)

    forward = [z.var() for z in trace_of(network.initialize(initializer, rng)).pre_activations]
    weights = network.initialize(initializer, rng)
    backward = [d.var() for d in network.backward(weights, trace_of(weights), errors).deltas]
    return forward, backward
