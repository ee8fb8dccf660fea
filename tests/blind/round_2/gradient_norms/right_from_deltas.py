# own product of activations and deltas instead of the given kernel gradients; scaled before squaring
def gradient_norms(network, weights, inputs, labels):
    deltas = network.gradients(weights, inputs, labels).deltas
    below = [np.asarray(inputs, dtype=float), *(a[0] for a in network.forward(weights, inputs).activations[:-1])]
    norms = np.zeros(len(deltas))
    for layer, (a, d) in enumerate(zip(below, deltas)):
        table = a.T @ d[0]
        biggest = np.max(np.abs(table))
        if biggest > 0:
            norms[layer] = biggest * np.sqrt(np.sum((table / biggest) ** 2))
    return norms
