# loops with early returns
def diagnose(network, weights, data):
    for kernel in weights.kernels[:-1]:
        if distinct_units(kernel[0]) == 1:
            return "symmetric"
    for activations in network.forward(weights, data.inputs).activations[:-1]:
        if saturated_fraction(activations[0], network.hidden.name) > 0.5:
            return "saturated"
    first = gradient_norms(network, weights, data.inputs, data.labels)[0]
    if first < 1e-3:
        return "vanishing"
    return "exploding" if first > 1e3 else "healthy"
