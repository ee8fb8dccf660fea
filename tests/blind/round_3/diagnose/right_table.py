# a dict of tests in the list's order, evaluated all at once; min and max instead of any
def diagnose(network, weights, data):
    layers = range(len(weights.kernels) - 1)
    trace = network.forward(weights, data.inputs)
    norm = np.ravel(gradient_norms(network, weights, data.inputs, data.labels))[0]
    tests = {
        "symmetric": min(distinct_units(weights.kernels[l][0]) for l in layers) <= 1,
        "saturated": max(saturated_fraction(trace.activations[l][0], network.hidden.name) for l in layers) > 0.5,
        "vanishing": norm < 0.001,
        "exploding": norm > 1000,
        "healthy": True,
    }
    return next(word for word, true in tests.items() if true)
