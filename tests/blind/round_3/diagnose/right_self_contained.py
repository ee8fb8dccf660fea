# uses none of the other functions: symmetry, saturation and the norm are computed anew
def diagnose(network, weights, data):
    kind = network.hidden.name
    trace = network.forward(weights, data.inputs)

    def symmetric(kernel):
        lone = kernel[:, :1]
        return np.abs(kernel - lone).max() <= 1e-6 * np.abs(kernel).max()

    def saturated(a):
        if kind == "relu":
            return 2 * int((a.sum(axis=0) == 0).sum()) > a.shape[1]
        low = {"tanh": -0.99, "sigmoid": 0.01}[kind]
        return 2 * int(((a < low) | (a > 0.99)).sum()) > a.size

    if any(symmetric(k[0]) for k in weights.kernels[:-1]):
        return "symmetric"
    if any(saturated(a[0]) for a in trace.activations[:-1]):
        return "saturated"
    g = network.gradients(weights, data.inputs, data.labels).kernels[0][0]
    size = np.sqrt(np.vdot(g, g))
    return ("vanishing", "healthy", "exploding")[int(np.searchsorted([1e-3, 1e3], size))]
