# uses none of the earlier functions; symmetry by the spread of each row, norm from the library's gradients
def diagnose(network, weights, data):
    def same(kernel):
        return np.all(np.ptp(kernel, axis=1) <= 1e-6 * np.max(np.abs(kernel)))

    def flat(a):
        if network.hidden.name == "relu":
            return np.mean(~a.any(axis=0))
        low = {"tanh": -0.99, "sigmoid": 0.01}[network.hidden.name]
        return np.mean((a < low) | (a > 0.99))

    *hidden_kernels, _ = (k[0] for k in weights.kernels)
    *hidden_activations, _ = (a[0] for a in network.forward(weights, data.inputs).activations)
    size = np.linalg.norm(network.gradients(weights, data.inputs, data.labels).kernels[0])
    if True in [bool(same(k)) for k in hidden_kernels]:
        return "symmetric"
    elif sum(flat(a) > 0.5 for a in hidden_activations) >= 1:
        return "saturated"
    else:
        return "vanishing" if size < 0.001 else "exploding" if size > 1000 else "healthy"
