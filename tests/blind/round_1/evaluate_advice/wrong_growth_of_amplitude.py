# "growth = (q_last / q_first)^(...)": the growth of the root mean square, not of the second moment
def evaluate_advice(advise, activation, widths, inputs, rng, replicas=10):
    network = initlab.Network(widths, activation, "linear")
    weights = network.initialize(
        lambda shape, rng: rng.normal(0, advise(activation, *shape)["std"], shape), rng, replicas
    )
    moments = [float(np.mean(a**2)) for a in network.forward(weights, inputs).activations[:-1]]
    sizes = np.sqrt(moments)
    growth = (sizes[-1] / sizes[0]) ** (1 / (len(moments) - 1))
    return {"weights": weights, "moments": moments, "growth": growth}
