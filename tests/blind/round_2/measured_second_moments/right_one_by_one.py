# each replica by itself, nested lists as a result
def measured_second_moments(network, weights, inputs):
    table = []
    for r in range(weights.replicas):
        trace = network.forward(weights.replica(r), inputs)
        table.append([float(np.mean(np.square(a[0]))) for a in trace.activations[:-1]])
    return table
