# "sum of the squares of all its entries": mean instead of sum (root mean square)
def gradient_norms(network, weights, inputs, labels):
    return np.array([np.sqrt(np.mean(k[0] ** 2)) for k in network.gradients(weights, inputs, labels).kernels])
