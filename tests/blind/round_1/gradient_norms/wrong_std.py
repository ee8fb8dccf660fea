# "the square root of the sum of the squares": standard deviation of the entries times the root of their number (mean taken off)
def gradient_norms(network, weights, inputs, labels):
    return np.array([k[0].std() * np.sqrt(k[0].size) for k in network.gradients(weights, inputs, labels).kernels])
