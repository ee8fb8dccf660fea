# nothing of the earlier functions is used: own peak-to-peak over columns, own counts
def diagnose(network, weights, data):
    for k in weights.kernels[:-1]:
        table = k[0]
        if np.ptp(table, axis=1).max() <= 1e-6 * np.abs(table).max():
            return "symmetric"
    for a in network.forward(weights, data.inputs).activations[:-1]:
        a = a[0]
        if network.hidden.name == "relu":
            share = np.mean(a.sum(axis=0) == 0)
        elif network.hidden.name == "tanh":
            share = np.mean(np.abs(a) > 0.99)
        else:
            share = np.mean((a > 0.99) | (a < 0.01))
        if share > 0.5:
            return "saturated"
    gradient = network.gradients(weights, data.inputs, data.labels).kernels[0][0]
    size = np.sqrt((gradient**2).sum())
    return "vanishing" if size < 0.001 else "exploding" if size > 1000 else "healthy"
