# "the first line that is true": asks for the gradient before saturation
def diagnose(network, weights, data):
    if any(distinct_units(k[0]) == 1 for k in weights.kernels[:-1]):
        return "symmetric"
    norm = gradient_norms(network, weights, data.inputs, data.labels)[0]
    if norm < 0.001:
        return "vanishing"
    if norm > 1000:
        return "exploding"
    trace = network.forward(weights, data.inputs)
    if any(saturated_fraction(a[0], network.hidden.name) > 0.5 for a in trace.activations[:-1]):
        return "saturated"
    return "healthy"
