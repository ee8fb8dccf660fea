# the plain way, with the replica axis kept and np.var over everything; plain Python floats
def layer_variances(initializer, network, inputs, errors, rng):
    weights = network.initialize(initializer, rng)
    trace = network.forward(weights, inputs)
    back = network.backward(weights, trace, errors)
    forward = [float(z.var()) for z in trace.pre_activations]
    backward = [float(d.var()) for d in back.deltas]
    return forward, backward
