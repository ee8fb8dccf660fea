# "some are tiny": adds 1e-12 under the root for safety, so nothing is below 1e-6
def gradient_norms(network, weights, inputs, labels):
    g = network.gradients(weights, inputs, labels)
    return np.array([np.sqrt((k[0] ** 2).sum() + 1e-12) for k in g.kernels])
