# "the square root of the sum of the squares": sum of the absolute values
def gradient_norms(network, weights, inputs, labels):
    g = network.gradients(weights, inputs, labels)
    return np.array([np.abs(k[0]).sum() for k in g.kernels])
