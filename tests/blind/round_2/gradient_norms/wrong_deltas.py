# "norm of the gradient of each kernel": norms of the gradients with respect to the pre-activations
def gradient_norms(network, weights, inputs, labels):
    g = network.gradients(weights, inputs, labels)
    return np.array([np.linalg.norm(d[0]) for d in g.deltas])
