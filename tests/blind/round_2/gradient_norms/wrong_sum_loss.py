# "the loss" is the mean over the samples: multiplies by their number
def gradient_norms(network, weights, inputs, labels):
    g = network.gradients(weights, inputs, labels)
    return len(inputs) * np.array([np.linalg.norm(k[0]) for k in g.kernels])
