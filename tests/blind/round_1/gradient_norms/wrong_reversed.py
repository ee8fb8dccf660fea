# "first layer first, output layer last": in the order of backpropagation
def gradient_norms(network, weights, inputs, labels):
    kernels = network.gradients(weights, inputs, labels).kernels
    return np.array([np.linalg.norm(k[0]) for k in reversed(kernels)])
