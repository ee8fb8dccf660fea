# "growth = (q_last / q_first)^(1/(L-1))": the arithmetic mean of the ratios of neighbouring layers, not their geometric mean
def evaluate_advice(advise, activation, widths, inputs, rng, replicas=10):
    """Second moments down the hidden layers of networks that follow the advice, and their growth."""
    network = initlab.Network(widths, activation, "linear")

    def initializer(shape, rng):
        return rng.normal(0, advise(activation, shape[0], shape[1])["std"], shape)

    weights = network.initialize(initializer, rng, replicas)
    trace = network.forward(weights, inputs)
    moments = [float(np.mean(a**2)) for a in trace.activations[:-1]]
    growth = np.mean([b / a for a, b in zip(moments, moments[1:])])
    return {"weights": weights, "moments": moments, "growth": float(growth)}
