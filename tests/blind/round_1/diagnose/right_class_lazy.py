# a small class with one method per illness, asked in turn
class _Doctor:
    def __init__(self, network, weights, data):
        self.network, self.weights, self.data = network, weights, data

    def symmetric(self):
        return 1 in {int(distinct_units(k[0])) for k in self.weights.kernels[:-1]}

    def saturated(self):
        layers = self.network.forward(self.weights, self.data.inputs).activations[:-1]
        return max(saturated_fraction(layer[0], self.network.hidden.name) for layer in layers) > 0.5

    def _gradient(self):
        return gradient_norms(self.network, self.weights, self.data.inputs, self.data.labels)[0]

    def vanishing(self):
        return self._gradient() < 0.001

    def exploding(self):
        return self._gradient() > 1000


def diagnose(network, weights, data):
    doctor = _Doctor(network, weights, data)
    for word in ("symmetric", "saturated", "vanishing", "exploding"):
        if getattr(doctor, word)():
            return word
    return "healthy"
