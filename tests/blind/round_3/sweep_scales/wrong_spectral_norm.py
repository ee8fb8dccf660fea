# "the norm (root of the sum of squares)": np.linalg.norm(..., 2) of a matrix is its largest singular value
def sweep_scales(scales, network, data, rng):
    result = {}
    for scale in scales:
        weights = network.initialize(lambda s, r: random_normal(s, r, std=scale), rng)
        trace = network.forward(weights, data.inputs)
        g = network.gradients(weights, data.inputs, data.labels).kernels[0][0]
        result[scale] = {
            "spread": trace.activations[-2].std(),
            "flat": (network.hidden.derivative(trace.pre_activations[-2]) < 0.01).mean(),
            "gradient": np.linalg.norm(g, 2),
            "weights": weights,
        }
    return result
