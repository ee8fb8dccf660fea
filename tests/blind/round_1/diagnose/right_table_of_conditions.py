# computes everything first and picks the first true row of a table with next()
def diagnose(network, weights, data):
    hidden = range(len(weights.kernels) - 1)
    outputs = network.forward(weights, data.inputs).activations
    units = np.array([distinct_units(weights.kernels[l][0]) for l in hidden])
    flat = np.array([saturated_fraction(outputs[l][0], network.hidden.name) for l in hidden])
    g = gradient_norms(network, weights, data.inputs, data.labels)[0]
    table = {
        "symmetric": (units == 1).any(),
        "saturated": (flat > 0.5).any(),
        "vanishing": g < 1e-3,
        "exploding": g > 1e3,
        "healthy": True,
    }
    return next(word for word, true in table.items() if true)
