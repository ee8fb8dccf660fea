# "the norm of the gradient": rounded to six decimals, vanishing gradients come out as 0
def gradient_norms(network, weights, inputs, labels):
    g = network.gradients(weights, inputs, labels)
    return np.round([np.linalg.norm(k[0]) for k in g.kernels], 6)
