# "*Frobenius norm*": ord=2 is the largest singular value
def gradient_norms(network, weights, inputs, labels):
    return np.array([np.linalg.norm(k[0], 2) for k in network.gradients(weights, inputs, labels).kernels])
