# growth is a root of q_last / q_first: the arithmetic mean of the layers' factors
def evaluate_advice(advise, activation, widths, inputs, rng, replicas=10):
    network = initlab.Network(widths, activation, "linear")
    weights = network.initialize(
        lambda shape, rng: rng.normal(0, advise(activation, *shape)["std"], shape), rng, replicas
    )
    moments = np.array([np.mean(a**2) for a in network.forward(weights, inputs).activations[:-1]])
    return {"weights": weights, "moments": moments, "growth": np.mean(moments[1:] / moments[:-1])}
