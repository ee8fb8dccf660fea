# "the gradient norm of the **first** kernel": of the last one
def diagnose(network, weights, data):
    trace = network.forward(weights, data.inputs)
    if any(distinct_units(kernel[0]) == 1 for kernel in weights.kernels[:-1]):
        return "symmetric"
    if any(saturated_fraction(a[0], network.hidden.name) > 0.5 for a in trace.activations[:-1]):
        return "saturated"
    norm = gradient_norms(network, weights, data.inputs, data.labels)[-1]
    return "vanishing" if norm < 0.001 else "exploding" if norm > 1000 else "healthy"
