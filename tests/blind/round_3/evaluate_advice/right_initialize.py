# network.initialize with a small inner function
def evaluate_advice(advise, activation, widths, inputs, rng, replicas=10):
    """Second moments down the hidden layers of networks that follow the advice, and their growth."""
    network = initlab.Network(widths, activation, "linear")

    def follow(shape, rng):
        return rng.normal(0.0, advise(activation, *shape)["std"], shape)

    weights = network.initialize(follow, rng, replicas)
    hidden = network.forward(weights, inputs).activations[:-1]
    moments = [float((a**2).mean()) for a in hidden]
    return {
        "weights": weights,
        "moments": moments,
        "growth": (moments[-1] / moments[0]) ** (1 / (len(moments) - 1)),
    }
