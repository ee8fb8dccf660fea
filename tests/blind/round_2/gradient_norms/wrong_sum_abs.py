# "the square root of the sum of the squares": the sum of the absolute values
def gradient_norms(network, weights, inputs, labels):
    g = network.gradients(weights, inputs, labels)
    return np.array([np.linalg.norm(k[0].ravel(), 1) for k in g.kernels])
