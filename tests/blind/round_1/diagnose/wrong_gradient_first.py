# "the **first** line that is true": looks at the gradient before symmetry and saturation
def diagnose(network, weights, data):
    first = gradient_norms(network, weights, data.inputs, data.labels)[0]
    if first < 0.001:
        return "vanishing"
    if first > 1000:
        return "exploding"
    if any(distinct_units(kernel[0]) == 1 for kernel in weights.kernels[:-1]):
        return "symmetric"
    trace = network.forward(weights, data.inputs)
    if any(saturated_fraction(a[0], network.hidden.name) > 0.5 for a in trace.activations[:-1]):
        return "saturated"
    return "healthy"
