# a list with an initializer per layer, SciPy's norm.rvs with the generator, the moment as mean^2 + variance
def evaluate_advice(advise, activation, widths, inputs, rng, replicas=10):
    net = initlab.Network(tuple(widths), activation=activation, output="linear")
    layers = []
    for fan_in, fan_out in net.shapes:
        law = stats.norm(loc=0, scale=advise(activation, fan_in, fan_out)["std"])
        layers.append(lambda shape, g, law=law: law.rvs(size=shape, random_state=g))
    weights = net.initialize(layers, rng, replicas=replicas)
    *hidden, _ = net.forward(weights, inputs).activations
    moments = [h.mean() ** 2 + h.var() for h in hidden]
    steps = len(hidden) - 1
    return {"growth": np.power(moments[-1] / moments[0], 1.0 / steps), "moments": moments, "weights": weights}
