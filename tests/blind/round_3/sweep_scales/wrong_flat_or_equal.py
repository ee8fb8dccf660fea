# "(one that is just this does not count)": <= 0.01, and leaky ReLU's slope is just this
def sweep_scales(scales, network, data, rng):
    result = {}
    for scale in scales:
        weights = network.initialize(lambda s, r: random_normal(s, r, std=scale), rng)
        trace = network.forward(weights, data.inputs)
        g = network.gradients(weights, data.inputs, data.labels).kernels[0][0]
        result[scale] = {
            "spread": trace.activations[-2].std(),
            "flat": (network.hidden.derivative(trace.pre_activations[-2]) <= 0.01).mean(),
            "gradient": np.linalg.norm(g),
            "weights": weights,
        }
    return result
