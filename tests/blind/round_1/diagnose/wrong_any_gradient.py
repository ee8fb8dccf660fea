# "the gradient norm of the **first** kernel": of any kernel
def diagnose(network, weights, data):
    trace = network.forward(weights, data.inputs)
    if any(distinct_units(kernel[0]) == 1 for kernel in weights.kernels[:-1]):
        return "symmetric"
    if any(saturated_fraction(a[0], network.hidden.name) > 0.5 for a in trace.activations[:-1]):
        return "saturated"
    norms = gradient_norms(network, weights, data.inputs, data.labels)
    if np.any(norms < 0.001):
        return "vanishing"
    if np.any(norms > 1000):
        return "exploding"
    return "healthy"
