# "Go through this list from the top": asks for saturation before symmetry
def diagnose(network, weights, data):
    trace = network.forward(weights, data.inputs)
    if any(saturated_fraction(a[0], network.hidden.name) > 0.5 for a in trace.activations[:-1]):
        return "saturated"
    if any(distinct_units(k[0]) == 1 for k in weights.kernels[:-1]):
        return "symmetric"
    norm = gradient_norms(network, weights, data.inputs, data.labels)[0]
    if norm < 0.001:
        return "vanishing"
    return "exploding" if norm > 1000 else "healthy"
