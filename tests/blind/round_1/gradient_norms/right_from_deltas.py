# builds each kernel's gradient itself from the activations below and the deltas (backpropagation's last step)
def gradient_norms(network, weights, inputs, labels):
    trace = network.forward(weights, inputs)
    deltas = network.gradients(weights, inputs, labels).deltas
    below = [trace.inputs, *(a[0] for a in trace.activations[:-1])]
    return np.array([np.linalg.norm(x.T @ d[0], "fro") for x, d in zip(below, deltas, strict=True)])
