# "measures the hidden layers of these same networks": the weights returned are drawn anew after the measurement
def evaluate_advice(advise, activation, widths, inputs, rng, replicas=10):
    network = initlab.Network(widths, activation, "linear")

    def draw():
        return network.initialize(lambda s, g: g.normal(0, advise(activation, *s)["std"], s), rng, replicas)

    moments = [float(np.mean(a**2)) for a in network.forward(draw(), inputs).activations[:-1]]
    growth = (moments[-1] / moments[0]) ** (1 / (len(moments) - 1))
    return {"weights": draw(), "moments": moments, "growth": growth}
