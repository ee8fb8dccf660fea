# variance plus the square of the mean, transposed
def measured_second_moments(network, weights, inputs):
    trace = network.forward(weights, inputs)
    rows = []
    for a in trace.activations[: len(network.widths) - 2]:
        flat = a.reshape(len(a), -1)
        rows.append(flat.var(axis=1) + flat.mean(axis=1) ** 2)
    return np.transpose(rows)
