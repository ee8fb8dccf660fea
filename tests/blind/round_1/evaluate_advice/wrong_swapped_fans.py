# "`advise(activation, fan_in, fan_out)`": fan_out and fan_in are swapped (right in square layers)
def evaluate_advice(advise, activation, widths, inputs, rng, replicas=10):
    network = initlab.Network(widths, activation, "linear")
    weights = network.initialize(
        lambda shape, rng: rng.normal(0, advise(activation, *shape[::-1])["std"], shape), rng, replicas
    )
    moments = [float(np.mean(a**2)) for a in network.forward(weights, inputs).activations[:-1]]
    growth = (moments[-1] / moments[0]) ** (1 / (len(moments) - 1))
    return {"weights": weights, "moments": moments, "growth": growth}
