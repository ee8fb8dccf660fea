# "the gradient norm of the first kernel": of any kernel
def diagnose(network, weights, data):
    if any(distinct_units(k[0]) == 1 for k in weights.kernels[:-1]):
        return "symmetric"
    trace = network.forward(weights, data.inputs)
    if any(saturated_fraction(a[0], network.hidden.name) > 0.5 for a in trace.activations[:-1]):
        return "saturated"
    norms = np.asarray(gradient_norms(network, weights, data.inputs, data.labels))
    if norms.min() < 0.001:
        return "vanishing"
    return "exploding" if norms.max() > 1000 else "healthy"
