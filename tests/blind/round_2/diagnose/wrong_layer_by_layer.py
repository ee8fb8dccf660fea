# "a network with a saturated first and a symmetric second layer is symmetric": goes layer by layer and asks both
def diagnose(network, weights, data):
    trace = network.forward(weights, data.inputs)
    for kernel, a in zip(weights.kernels[:-1], trace.activations[:-1]):
        if distinct_units(kernel[0]) == 1:
            return "symmetric"
        if saturated_fraction(a[0], network.hidden.name) > 0.5:
            return "saturated"
    norm = gradient_norms(network, weights, data.inputs, data.labels)[0]
    if norm < 0.001:
        return "vanishing"
    return "exploding" if norm > 1000 else "healthy"
