# "(No biases.)": adds the gradients of the biases
def gradient_norms(network, weights, inputs, labels):
    g = network.gradients(weights, inputs, labels)
    return np.array([np.sqrt(np.sum(k[0] ** 2) + np.sum(b[0] ** 2)) for k, b in zip(g.kernels, g.biases)])
