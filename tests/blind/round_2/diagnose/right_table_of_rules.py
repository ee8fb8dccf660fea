# everything measured first, then the first true rule of a table
def diagnose(network, weights, data):
    hidden = range(len(weights.kernels) - 1)
    activations = network.forward(weights, data.inputs).activations
    fewest = min(distinct_units(weights.kernels[layer][0]) for layer in hidden)
    worst = max(saturated_fraction(activations[layer][0], network.hidden.name) for layer in hidden)
    norm = gradient_norms(network, weights, data.inputs, data.labels)[0]
    rules = {
        "symmetric": fewest == 1,
        "saturated": worst > 0.5,
        "vanishing": norm < 1e-3,
        "exploding": norm > 1e3,
        "healthy": True,
    }
    return next(word for word, holds in rules.items() if holds)
