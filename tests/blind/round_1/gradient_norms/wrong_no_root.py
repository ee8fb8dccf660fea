# "the square root of the sum of the squares": root forgotten
def gradient_norms(network, weights, inputs, labels):
    return np.array([np.sum(k[0] ** 2) for k in network.gradients(weights, inputs, labels).kernels])
