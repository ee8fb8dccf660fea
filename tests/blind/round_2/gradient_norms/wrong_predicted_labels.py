# "the loss over all of inputs" with the given labels: with the classes that the network predicts itself
def gradient_norms(network, weights, inputs, labels):
    labels = network.predict(weights, inputs)[0]
    g = network.gradients(weights, inputs, labels)
    return np.array([np.linalg.norm(k[0]) for k in g.kernels])
