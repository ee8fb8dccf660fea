# "the output layer is not hidden": the activations of the output layer count, too
def diagnose(network, weights, data):
    if any(distinct_units(k[0]) == 1 for k in weights.kernels[:-1]):
        return "symmetric"
    trace = network.forward(weights, data.inputs)
    if any(saturated_fraction(a[0], network.hidden.name) > 0.5 for a in trace.activations):
        return "saturated"
    norm = gradient_norms(network, weights, data.inputs, data.labels)[0]
    if norm < 0.001:
        return "vanishing"
    return "exploding" if norm > 1000 else "healthy"
