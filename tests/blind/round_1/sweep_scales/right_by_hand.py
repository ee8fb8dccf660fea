# Weights put together by hand, gradient through network.backward, slopes from the activations, float keys
from scipy.linalg import norm


def sweep_scales(scales, network, data, rng):
    """For each scale: spread, flat part and first gradient of a network drawn with that scale, and its weights."""
    table = dict()
    for scale in map(float, scales):
        kernels = [random_normal(shape, rng, std=scale)[np.newaxis] for shape in network.shapes]
        biases = [np.zeros((1, fan_out)) for _, fan_out in network.shapes]
        weights = initlab.Weights(kernels, biases)
        trace = network.forward(weights, data.inputs)
        delta = np.empty_like(trace.outputs)
        network.head.delta(trace.outputs, network.checked_targets(trace.inputs, data.labels), delta)
        back = network.backward(weights, trace, delta)
        last = trace.activations[-2]
        slope = np.empty_like(last)
        network.hidden.slope(last, slope)
        variance = np.mean((last - last.mean()) ** 2)
        table[scale] = dict(
            spread=float(variance**0.5),
            flat=np.count_nonzero(slope < 0.01) / slope.size,
            gradient=norm(back.kernels[0].ravel()),
            weights=weights,
        )
    return table
