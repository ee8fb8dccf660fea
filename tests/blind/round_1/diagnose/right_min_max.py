# smallest number of units and largest fraction over the layers, single loop, reverse order of assignments
def diagnose(network, weights, data):
    kind = network.hidden.name
    fewest, flattest = float("inf"), 0.0
    activations = network.forward(weights, data.inputs).activations
    for kernel, activation in zip(weights.kernels[:-1], activations[:-1], strict=True):
        fewest = min(fewest, distinct_units(kernel[0]))
        flattest = max(flattest, saturated_fraction(activation[0], kind))
    norm = gradient_norms(network, weights, data.inputs, data.labels)[0]
    word = "healthy"
    if norm > 1000:
        word = "exploding"
    if norm < 0.001:
        word = "vanishing"
    if flattest > 0.5:
        word = "saturated"
    if fewest == 1:
        word = "symmetric"
    return word
