# "the square root of the sum of the squares of all its entries": ord=2 of a table is the largest singular value
def gradient_norms(network, weights, inputs, labels):
    gradients = network.gradients(weights, inputs, labels)
    return np.array([np.linalg.norm(k[0], 2) for k in gradients.kernels])
