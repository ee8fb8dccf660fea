# "the loss ... on average over the samples": gradient of the sum of the losses, n times too large
def gradient_norms(network, weights, inputs, labels):
    g = network.gradients(weights, inputs, labels)
    return len(inputs) * np.array([np.linalg.norm(k[0]) for k in g.kernels])
