# multiplies activations and deltas itself instead of taking the kernels' gradients
def gradient_norms(network, weights, inputs, labels):
    deltas = network.gradients(weights, inputs, labels).deltas
    trace = network.forward(weights, inputs)
    below = [np.asarray(inputs, dtype=float), *(a[0] for a in trace.activations[:-1])]
    norms = np.zeros(len(deltas))
    for layer, (a, delta) in enumerate(zip(below, deltas)):
        gradient = a.T @ delta[0]
        norms[layer] = np.sqrt((gradient**2).sum())
    return norms
