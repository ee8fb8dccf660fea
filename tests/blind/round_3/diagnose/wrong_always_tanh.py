# "their activation function is called network.hidden.name": tests every network as if it were tanh
def diagnose(network, weights, data):
    if any(distinct_units(k[0]) == 1 for k in weights.kernels[:-1]):
        return "symmetric"
    acts = network.forward(weights, data.inputs).activations[:-1]
    if any(saturated_fraction(a[0], "tanh") > 0.5 for a in acts):
        return "saturated"
    norm = gradient_norms(network, weights, data.inputs, data.labels)[0]
    return "vanishing" if norm < 0.001 else "exploding" if norm > 1000 else "healthy"
