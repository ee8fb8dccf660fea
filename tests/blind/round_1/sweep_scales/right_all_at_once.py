# draws all networks first, joins them, and measures them in one pass as replicas
def sweep_scales(scales, network, data, rng):
    drawn = []
    for s in scales:
        drawn.append(network.initialize(lambda shape, r, s=s: random_normal(shape, r, s), rng))
    together = initlab.join(drawn)
    trace = network.forward(together, data.inputs)
    a, z = trace.activations[-2], trace.pre_activations[-2]
    spread = a.std(axis=(1, 2))
    flat = np.mean(network.hidden.derivative(z) < 0.01, axis=(1, 2))
    g = network.gradients(together, data.inputs, data.labels).kernels[0]
    norm = np.linalg.norm(g, axis=(1, 2))
    return {
        s: {"spread": spread[i], "flat": flat[i], "gradient": norm[i], "weights": together.replica(i)}
        for i, s in enumerate(scales)
    }
