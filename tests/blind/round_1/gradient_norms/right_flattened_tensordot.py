# length of the flattened gradient as the root of its product with itself, np.fromiter
def gradient_norms(network, weights, inputs, labels):
    grads = network.gradients(weights=weights, inputs=inputs, labels=labels)
    flat = (g.reshape(-1) for g in grads.kernels)
    return np.fromiter((float(np.dot(v, v)) ** 0.5 for v in flat), dtype=float)
