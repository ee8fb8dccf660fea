# draws the last layer first and the largest scale first; Weights built by hand; gradient from inputs and deltas
def sweep_scales(scales, network, data, rng):
    """For each scale: spread, flat part and first gradient of a network drawn with that scale, and its weights."""
    result = {}
    for scale in sorted(scales, reverse=True):
        kernels = [random_normal(shape, rng, scale)[None] for shape in reversed(network.shapes)][::-1]
        biases = [np.zeros((1, n)) for n in network.widths[1:]]
        weights = initlab.Weights(kernels, biases).astype(np.float64)
        trace = network.forward(weights, data.inputs)
        a = trace.activations[-2].ravel()
        slopes = network.hidden.derivative(trace.pre_activations[-2]).ravel()
        delta = network.gradients(weights, data.inputs, data.labels).deltas[0][0]
        result[scale] = {
            "spread": float(np.sqrt(np.mean(np.square(a - a.mean())))),
            "flat": sum(bool(s < 0.01) for s in slopes) / len(slopes),
            "gradient": float(np.linalg.norm(data.inputs.T @ delta, ord="fro")),
            "weights": weights,
        }
    return result
