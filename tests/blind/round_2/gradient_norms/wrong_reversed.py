# "first layer first": the last layer first, as backpropagation goes
def gradient_norms(network, weights, inputs, labels):
    g = network.gradients(weights, inputs, labels)
    return np.array([np.linalg.norm(k[0]) for k in reversed(g.kernels)])
