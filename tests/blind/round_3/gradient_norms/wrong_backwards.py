# "first layer first": in the order of backpropagation, last layer first
def gradient_norms(network, weights, inputs, labels):
    g = network.gradients(weights, inputs, labels)
    norms = []
    for layer in range(len(g.kernels) - 1, -1, -1):
        norms.append(np.linalg.norm(g.kernels[layer][0]))
    return np.array(norms)
