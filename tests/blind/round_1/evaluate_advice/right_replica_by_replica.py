# one network after the other, joined at the end; moments averaged over the replicas; growth from step factors
def evaluate_advice(advise, activation, widths, inputs, rng, replicas=10):
    network = initlab.Network(widths, activation, "linear")
    draw = lambda shape, generator: generator.normal(scale=advise(activation, shape[0], shape[1])["std"], size=shape)
    singles, rows = [], []
    for _ in range(replicas):
        single = network.initialize(draw, rng)
        singles.append(single)
        rows.append([np.mean(a[0] ** 2) for a in network.forward(single, inputs).activations[:-1]])
    moments = np.mean(rows, axis=0)
    factors = moments[1:] / moments[:-1]
    return {"weights": initlab.join(singles), "moments": list(moments), "growth": stats.gmean(factors)}
