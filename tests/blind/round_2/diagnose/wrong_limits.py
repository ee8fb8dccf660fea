# "below 0.001", "above 1000": other limits (1e-4 and 1e4)
def diagnose(network, weights, data):
    if any(distinct_units(k[0]) == 1 for k in weights.kernels[:-1]):
        return "symmetric"
    trace = network.forward(weights, data.inputs)
    if any(saturated_fraction(a[0], network.hidden.name) > 0.5 for a in trace.activations[:-1]):
        return "saturated"
    norm = gradient_norms(network, weights, data.inputs, data.labels)[0]
    if norm < 1e-4:
        return "vanishing"
    return "exploding" if norm > 1e4 else "healthy"
