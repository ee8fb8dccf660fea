# "a linear output last": leaves the output at softmax, which cannot be made with a single output unit
def evaluate_advice(advise, activation, widths, inputs, rng, replicas=10):
    network = initlab.Network(widths, activation)
    weights = network.initialize(lambda s, g: g.normal(0, advise(activation, *s)["std"], s), rng, replicas)
    moments = [float(np.mean(a**2)) for a in network.forward(weights, inputs).activations[:-1]]
    return {"weights": weights, "moments": moments, "growth": (moments[-1] / moments[0]) ** (1 / (len(moments) - 1))}
