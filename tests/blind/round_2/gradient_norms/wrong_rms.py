# "root of the sum of the squares": root of their mean
def gradient_norms(network, weights, inputs, labels):
    g = network.gradients(weights, inputs, labels)
    return np.array([np.sqrt(np.mean(k[0] ** 2)) for k in g.kernels])
