# a forward pass of its own with matrix products, layer by layer; the advice for each layer is asked beforehand
def evaluate_advice(advise, activation, widths, inputs, rng, replicas=10):
    """Second moments down the hidden layers of networks that follow the advice, and their growth."""
    network = initlab.Network(tuple(widths), activation, "linear")
    stds = [advise(activation, a, b)["std"] for a, b in network.shapes]
    weights = network.initialize([lambda shape, g, s=s: g.normal(scale=s, size=shape) for s in stds], rng, replicas)
    signal = np.asarray(inputs, dtype=float)
    moments = []
    for kernel in weights.kernels[:-1]:
        signal = network.hidden(np.matmul(signal, kernel))  # biases are 0
        moments.append(np.einsum("rnu,rnu->", signal, signal) / signal.size)
    ratio = moments[-1] / moments[0]
    return {"weights": weights, "moments": moments, "growth": ratio ** (1.0 / (len(moments) - 1))}
