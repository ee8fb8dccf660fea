# "the square root": forgotten
def gradient_norms(network, weights, inputs, labels):
    g = network.gradients(weights, inputs, labels)
    return np.array([np.sum(k[0] ** 2) for k in g.kernels])
