# "the answer has no axis for the replica": shape (layers, 1)
def gradient_norms(network, weights, inputs, labels):
    g = network.gradients(weights, inputs, labels)
    return np.array([np.linalg.norm(k, axis=(1, 2)) for k in g.kernels])
