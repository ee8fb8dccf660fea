# a small class does the measuring; numbers come as arrays without axes
class _Measured:
    def __init__(self, network, weights, data):
        self.weights = weights
        self.network, self.data = network, data
        self.last = len(network.shapes) - 2
        self.trace = network.forward(weights, data.inputs)

    def spread(self):
        a = self.trace.activations[self.last]
        return np.asarray(np.var(a, ddof=0)) ** 0.5

    def flat(self):
        slope = self.network.hidden.derivative(self.trace.pre_activations[self.last])
        return np.asarray(1 - np.mean(slope >= 0.01))

    def gradient(self):
        g = self.network.gradients(self.weights, self.data.inputs, self.data.labels).kernels[0]
        return np.asarray(np.sum(np.square(g))) ** 0.5

    def entry(self):
        return {key: getattr(self, key)() for key in ("spread", "flat", "gradient")} | {"weights": self.weights}


def sweep_scales(scales, network, data, rng):
    """For each scale: spread, flat part and first gradient of a network drawn with that scale, and its weights."""

    def draw(scale):
        return network.initialize(lambda shape, r: random_normal(shape, r, std=scale), rng)

    return {scale: _Measured(network, draw(scale), data).entry() for scale in scales}
