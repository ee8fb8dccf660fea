# "their activation function is called network.hidden.name": sigmoid is examined with the limits of tanh
def diagnose(network, weights, data):
    kind = "relu" if network.hidden.name == "relu" else "tanh"
    if any(distinct_units(k[0]) == 1 for k in weights.kernels[:-1]):
        return "symmetric"
    trace = network.forward(weights, data.inputs)
    if any(saturated_fraction(a[0], kind) > 0.5 for a in trace.activations[:-1]):
        return "saturated"
    norm = gradient_norms(network, weights, data.inputs, data.labels)[0]
    if norm < 0.001:
        return "vanishing"
    return "exploding" if norm > 1000 else "healthy"
