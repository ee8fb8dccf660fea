# "The gradient is that of the loss over all of inputs": mean of the norms of each sample's own gradient
def gradient_norms(network, weights, inputs, labels):
    total = np.zeros(len(weights.kernels))
    for i in range(len(inputs)):
        g = network.gradients(weights, inputs[i : i + 1], labels[i : i + 1])
        total += [np.linalg.norm(k[0]) for k in g.kernels]
    return total / len(inputs)
