# "`advise` is any function like `recommend`": the notebook's recommend is asked, whatever advise is
def evaluate_advice(advise, activation, widths, inputs, rng, replicas=10):
    network = initlab.Network(widths, activation, "linear")

    def initializer(shape, generator):
        return generator.normal(0, recommend(activation, *shape)["std"], size=shape)

    weights = network.initialize(initializer, rng, replicas)
    moments = [float(np.mean(a**2)) for a in network.forward(weights, inputs).activations[:-1]]
    growth = (moments[-1] / moments[0]) ** (1 / (len(moments) - 1))
    return {"weights": weights, "moments": moments, "growth": growth}
