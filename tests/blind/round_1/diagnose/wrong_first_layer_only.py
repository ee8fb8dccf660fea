# "at least one, whichever it is": looks at the first hidden layer only
def diagnose(network, weights, data):
    trace = network.forward(weights, data.inputs)
    if distinct_units(weights.kernels[0][0]) == 1:
        return "symmetric"
    if saturated_fraction(trace.activations[0][0], network.hidden.name) > 0.5:
        return "saturated"
    first = gradient_norms(network, weights, data.inputs, data.labels)[0]
    return "vanishing" if first < 0.001 else "exploding" if first > 1000 else "healthy"
