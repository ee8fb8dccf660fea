# draws layer by layer for all scales, then measures; the gradient from the deltas of layer 0
def sweep_scales(scales, network, data, rng):
    """For each scale: spread, flat part and first gradient of a network drawn with that scale, and its weights."""
    kernels = {s: [] for s in scales}
    for shape in network.shapes:
        for s in scales:
            kernels[s].append(random_normal(shape=shape, rng=rng, std=s))
    answer = {}
    for s in scales:
        given = iter(kernels[s])
        weights = network.initialize(lambda shape, rng: next(given), rng)
        trace = network.forward(weights, data.inputs)
        last_z, last_a = trace.pre_activations[-2][0], trace.activations[-2][0]
        deltas = network.gradients(weights, data.inputs, data.labels).deltas[0][0]
        answer[s] = {}
        answer[s]["weights"] = weights
        answer[s]["gradient"] = np.linalg.norm(data.inputs.T @ deltas, "fro")
        answer[s]["flat"] = 1 - np.mean(network.hidden.derivative(last_z) >= 0.01)
        answer[s]["spread"] = np.sqrt(np.var(last_a, ddof=0))
    return answer
