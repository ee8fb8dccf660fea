# straightforward chain of ifs with any()
def diagnose(network, weights, data):
    if any(distinct_units(kernel[0]) == 1 for kernel in weights.kernels[:-1]):
        return "symmetric"
    trace = network.forward(weights, data.inputs)
    if any(saturated_fraction(a[0], network.hidden.name) > 0.5 for a in trace.activations[:-1]):
        return "saturated"
    first = gradient_norms(network, weights, data.inputs, data.labels)[0]
    if first < 0.001:
        return "vanishing"
    if first > 1000:
        return "exploding"
    return "healthy"
