# two loops into a preallocated array, one replica at a time through the network
def measured_second_moments(network, weights, inputs):
    result = np.zeros((weights.replicas, len(network.widths) - 2))
    for r in range(weights.replicas):
        trace = network.forward(weights.replica(r), inputs)
        for l in range(result.shape[1]):
            values = trace.activations[l][0]
            result[r, l] = (values * values).sum() / values.size
    return result
