# "the standard deviation `advise(...)["std"]` of that layer": the lambdas all see the last layer's std
def evaluate_advice(advise, activation, widths, inputs, rng, replicas=10):
    network = initlab.Network(widths, activation, "linear")
    initializers = []
    for fan_in, fan_out in network.shapes:
        std = advise(activation, fan_in, fan_out)["std"]
        initializers.append(lambda shape, rng: rng.normal(0, std, shape))
    weights = network.initialize(initializers, rng, replicas)
    moments = [float(np.mean(a**2)) for a in network.forward(weights, inputs).activations[:-1]]
    growth = (moments[-1] / moments[0]) ** (1 / (len(moments) - 1))
    return {"weights": weights, "moments": moments, "growth": growth}
