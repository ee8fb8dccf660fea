# norm over the last two axes of all replicas, then drops the replica's axis
def gradient_norms(network, weights, inputs, labels):
    gradients = network.gradients(weights, inputs, labels)
    per_layer = [np.linalg.norm(k, axis=(1, 2)) for k in gradients.kernels]
    return np.concatenate(per_layer)
