# "in some hidden layer": looks at the first hidden layer only
def diagnose(network, weights, data):
    if distinct_units(weights.kernels[0][0]) == 1:
        return "symmetric"
    trace = network.forward(weights, data.inputs)
    if saturated_fraction(trace.activations[0][0], network.hidden.name) > 0.5:
        return "saturated"
    norm = gradient_norms(network, weights, data.inputs, data.labels)[0]
    if norm < 0.001:
        return "vanishing"
    return "exploding" if norm > 1000 else "healthy"
