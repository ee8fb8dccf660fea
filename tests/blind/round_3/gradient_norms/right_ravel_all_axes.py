# np.linalg.norm of the array with its replica axis of length 1 (flattened by NumPy), list as the answer
def gradient_norms(network, weights, inputs, labels):
    return [float(np.linalg.norm(g)) for g in network.gradients(weights, inputs, labels).kernels]
