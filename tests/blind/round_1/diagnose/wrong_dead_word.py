# "returns one word" of the list: says "dead" for ReLU networks instead of "saturated"
def diagnose(network, weights, data):
    trace = network.forward(weights, data.inputs)
    if any(distinct_units(kernel[0]) == 1 for kernel in weights.kernels[:-1]):
        return "symmetric"
    if any(saturated_fraction(a[0], network.hidden.name) > 0.5 for a in trace.activations[:-1]):
        return "dead" if network.hidden.name == "relu" else "saturated"
    first = gradient_norms(network, weights, data.inputs, data.labels)[0]
    return "vanishing" if first < 0.001 else "exploding" if first > 1000 else "healthy"
