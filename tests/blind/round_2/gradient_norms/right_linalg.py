# list comprehension with np.linalg.norm
def gradient_norms(network, weights, inputs, labels):
    g = network.gradients(weights, inputs, labels)
    return np.array([np.linalg.norm(kernel[0]) for kernel in g.kernels])
