# builds the Weights itself, draws the last kernel first, and goes forward with @
import math


def sweep_scales(scales, network, data, rng):
    """For each scale: spread, flat part and first gradient of a network drawn with that scale, and its weights."""
    def one(scale):
        drawn = [random_normal(shape, rng, scale) for shape in reversed(network.shapes)]
        kernels = drawn[::-1]
        weights = initlab.Weights(
            [np.asarray(k, dtype=np.float64)[np.newaxis] for k in kernels],
            [np.zeros((1, k.shape[1])) for k in kernels],
        )
        a = np.asarray(data.inputs)
        for kernel in weights.kernels[:-1]:
            z = a @ kernel[0]
            a = network.activation(z)
        flat = np.count_nonzero(network.activation.derivative(z) < 0.01) / z.size
        g = network.gradients(weights, data.inputs, data.labels).kernels[0].ravel()
        mean = a.sum() / a.size
        return dict(
            spread=math.sqrt(((a - mean) ** 2).sum() / a.size),
            flat=flat,
            gradient=math.sqrt(float(g @ g)),
            weights=weights,
        )

    return dict(zip(scales, map(one, scales)))
