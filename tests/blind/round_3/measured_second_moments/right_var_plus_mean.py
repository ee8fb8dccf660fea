# variance plus squared mean, written into a prepared table
def measured_second_moments(network, weights, inputs):
    activations = network.forward(weights, inputs).activations
    table = np.zeros((weights.replicas, len(activations) - 1))
    for l in range(table.shape[1]):
        flat = activations[l].reshape(weights.replicas, -1)
        table[:, l] = flat.var(axis=1) + flat.mean(axis=1) ** 2
    return table
