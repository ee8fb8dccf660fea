# "from a normal law": a uniform law with the same standard deviation
def evaluate_advice(advise, activation, widths, inputs, rng, replicas=10):
    network = initlab.Network(widths, activation, "linear")

    def initializer(shape, g):
        limit = np.sqrt(3) * advise(activation, *shape)["std"]
        return g.uniform(-limit, limit, shape)

    weights = network.initialize(initializer, rng, replicas)
    moments = [float(np.mean(a**2)) for a in network.forward(weights, inputs).activations[:-1]]
    return {"weights": weights, "moments": moments, "growth": (moments[-1] / moments[0]) ** (1 / (len(moments) - 1))}
