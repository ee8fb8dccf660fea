# "the gradient norm of the first kernel is below 0.001": its ratio to that of the last kernel
def diagnose(network, weights, data):
    if any(distinct_units(k[0]) == 1 for k in weights.kernels[:-1]):
        return "symmetric"
    trace = network.forward(weights, data.inputs)
    if any(saturated_fraction(a[0], network.hidden.name) > 0.5 for a in trace.activations[:-1]):
        return "saturated"
    norms = gradient_norms(network, weights, data.inputs, data.labels)
    ratio = norms[0] / norms[-1]
    if ratio < 0.001:
        return "vanishing"
    return "exploding" if ratio > 1000 else "healthy"
