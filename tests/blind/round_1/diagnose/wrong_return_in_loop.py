# "at least one, whichever it is": decides inside the loop over layers, so a saturated layer 1 hides a symmetric layer 2
def diagnose(network, weights, data):
    trace = network.forward(weights, data.inputs)
    for kernel, a in zip(weights.kernels[:-1], trace.activations[:-1], strict=True):
        if distinct_units(kernel[0]) == 1:
            return "symmetric"
        if saturated_fraction(a[0], network.hidden.name) > 0.5:
            return "saturated"
    first = gradient_norms(network, weights, data.inputs, data.labels)[0]
    return "vanishing" if first < 0.001 else "exploding" if first > 1000 else "healthy"
