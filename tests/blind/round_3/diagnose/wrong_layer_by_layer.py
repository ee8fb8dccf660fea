# "a network with a saturated first and a symmetric second layer is symmetric": both checks in one loop over layers
def diagnose(network, weights, data):
    acts = network.forward(weights, data.inputs).activations
    for layer in range(len(acts) - 1):
        if distinct_units(weights.kernels[layer][0]) == 1:
            return "symmetric"
        if saturated_fraction(acts[layer][0], network.hidden.name) > 0.5:
            return "saturated"
    norm = gradient_norms(network, weights, data.inputs, data.labels)[0]
    if norm < 0.001:
        return "vanishing"
    if norm > 1000:
        return "exploding"
    return "healthy"
