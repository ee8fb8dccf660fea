# "the squares of all its entries": norm of each column, then their sum
def gradient_norms(network, weights, inputs, labels):
    g = network.gradients(weights, inputs, labels)
    return np.array([np.linalg.norm(k[0], axis=0).sum() for k in g.kernels])
