# "the gradient norm of the first kernel": tests the smallest and the largest of all kernels
def diagnose(network, weights, data):
    if any(distinct_units(k[0]) == 1 for k in weights.kernels[:-1]):
        return "symmetric"
    acts = network.forward(weights, data.inputs).activations[:-1]
    if any(saturated_fraction(a[0], network.hidden.name) > 0.5 for a in acts):
        return "saturated"
    norms = gradient_norms(network, weights, data.inputs, data.labels)
    if min(norms) < 0.001:
        return "vanishing"
    if max(norms) > 1000:
        return "exploding"
    return "healthy"
