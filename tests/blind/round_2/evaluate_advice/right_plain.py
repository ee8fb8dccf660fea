# one initializer for all layers that asks the advice at every call
def evaluate_advice(advise, activation, widths, inputs, rng, replicas=10):
    network = initlab.Network(widths, activation, "linear")

    def initializer(shape, rng):
        return rng.normal(0, advise(activation, *shape)["std"], shape)

    weights = network.initialize(initializer, rng, replicas)
    hidden = network.forward(weights, inputs).activations[:-1]
    moments = [float(np.mean(a**2)) for a in hidden]
    growth = (moments[-1] / moments[0]) ** (1 / (len(moments) - 1))
    return {"weights": weights, "moments": moments, "growth": growth}
