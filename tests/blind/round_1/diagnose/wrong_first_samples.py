# "Activations and gradients are those for all of `data`": the first 20 samples only
def diagnose(network, weights, data):
    x, y = data.inputs[:20], data.labels[:20]
    trace = network.forward(weights, x)
    if any(distinct_units(kernel[0]) == 1 for kernel in weights.kernels[:-1]):
        return "symmetric"
    if any(saturated_fraction(a[0], network.hidden.name) > 0.5 for a in trace.activations[:-1]):
        return "saturated"
    first = gradient_norms(network, weights, x, y)[0]
    return "vanishing" if first < 0.001 else "exploding" if first > 1000 else "healthy"
