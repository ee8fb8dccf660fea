# "of the gradient of each kernel": of the gradient for the pre-activations
def gradient_norms(network, weights, inputs, labels):
    g = network.gradients(weights, inputs, labels)
    return np.array([np.linalg.norm(d[0]) for d in g.deltas])
