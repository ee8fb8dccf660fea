# a class with properties, lazily evaluated
class _Patient:
    def __init__(self, network, weights, data):
        self.network, self.weights, self.data = network, weights, data

    @property
    def symmetric(self):
        *hidden, _ = self.weights.kernels
        return 1 in [int(distinct_units(k[0])) for k in hidden]

    @property
    def saturated(self):
        *hidden, _ = self.network.forward(self.weights, self.data.inputs).activations
        return max(float(saturated_fraction(a[0], self.network.hidden.name)) for a in hidden) > 0.5

    @property
    def first_norm(self):
        return gradient_norms(self.network, self.weights, self.data.inputs, self.data.labels)[0]

    @property
    def vanishing(self):
        return self.first_norm < 0.001

    @property
    def exploding(self):
        return self.first_norm > 1000


def diagnose(network, weights, data):
    patient = _Patient(network, weights, data)
    for word in ("symmetric", "saturated", "vanishing", "exploding"):
        if getattr(patient, word):
            return word
    return "healthy"
