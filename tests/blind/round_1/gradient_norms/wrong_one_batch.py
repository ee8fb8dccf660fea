# "over all of `inputs`": only the first 20 samples
def gradient_norms(network, weights, inputs, labels):
    g = network.gradients(weights, inputs[:20], labels[:20])
    return np.array([np.linalg.norm(k[0]) for k in g.kernels])
