# a small class as initializer; ready for any number of hidden layers; the scales' order kept by zip
class NormalOfScale:
    def __init__(self, scale):
        self.scale = scale

    def __call__(self, shape, rng):
        return random_normal(shape, rng, std=self.scale)


def sweep_scales(scales, network, data, rng):
    scales = list(scales)
    last_hidden = len(network.widths) - 3
    entries = []
    for scale in scales:
        weights = network.initialize(NormalOfScale(scale), rng)
        trace = network.forward(weights, data.inputs)
        below = [network.hidden.derivative(row) < 0.01 for row in trace.pre_activations[last_hidden][0]]
        gradient = network.gradients(weights, data.inputs, data.labels).kernels[0].ravel()
        entries.append(
            {
                "weights": weights,
                "gradient": float(gradient @ gradient) ** 0.5,
                "flat": float(np.average(below)),
                "spread": np.std(trace.activations[last_hidden].ravel()),
            }
        )
    return dict(zip(scales, entries))
