# "some are tiny": a small number under the root, against division by 0 later
def gradient_norms(network, weights, inputs, labels):
    g = network.gradients(weights, inputs, labels)
    return np.array([np.sqrt(np.sum(k[0] ** 2) + 1e-12) for k in g.kernels])
