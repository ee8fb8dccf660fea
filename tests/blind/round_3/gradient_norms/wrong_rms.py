# "the square root of the sum of the squares": the root of their mean
def gradient_norms(network, weights, inputs, labels):
    g = network.gradients(weights, inputs, labels)
    return np.array([np.sqrt(np.mean(np.square(k[0]))) for k in g.kernels])
