# "The gradient is that of the loss over all of `inputs`": mean of the norms of each sample's gradient
def gradient_norms(network, weights, inputs, labels):
    per_sample = []
    for i in range(len(inputs)):
        g = network.gradients(weights, inputs[i : i + 1], labels[i : i + 1])
        per_sample.append([np.linalg.norm(k[0]) for k in g.kernels])
    return np.mean(per_sample, axis=0)
