# "the output layer is not hidden": an output layer with one unit always looks symmetric
def diagnose(network, weights, data):
    if any(distinct_units(k[0]) == 1 for k in weights.kernels):
        return "symmetric"
    acts = network.forward(weights, data.inputs).activations[:-1]
    if any(saturated_fraction(a[0], network.hidden.name) > 0.5 for a in acts):
        return "saturated"
    norm = gradient_norms(network, weights, data.inputs, data.labels)[0]
    return "vanishing" if norm < 0.001 else "exploding" if norm > 1000 else "healthy"
