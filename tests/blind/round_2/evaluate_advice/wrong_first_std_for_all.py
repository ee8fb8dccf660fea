# "the standard deviation advise(...)[std] of that layer": the first layer's is used in all layers
def evaluate_advice(advise, activation, widths, inputs, rng, replicas=10):
    std = advise(activation, widths[0], widths[1])["std"]
    network = initlab.Network(widths, activation, "linear")
    weights = network.initialize(lambda s, g: g.normal(0, std, s), rng, replicas)
    moments = [float(np.mean(a**2)) for a in network.forward(weights, inputs).activations[:-1]]
    return {"weights": weights, "moments": moments, "growth": (moments[-1] / moments[0]) ** (1 / (len(moments) - 1))}
