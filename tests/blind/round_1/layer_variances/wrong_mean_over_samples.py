# "`errors` ... stands for the gradient that a loss would send": divides it by the number of samples first
def layer_variances(initializer, network, inputs, errors, rng):
    weights = network.initialize(initializer, rng)
    trace = network.forward(weights, inputs)
    gradients = network.backward(weights, trace, errors / len(errors))
    return [z.var() for z in trace.pre_activations], [d.var() for d in gradients.deltas]
