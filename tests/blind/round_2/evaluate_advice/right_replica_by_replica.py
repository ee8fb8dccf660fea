# one network at a time, joined in the end; moments as a NumPy array, averaged over the replicas' moments
def evaluate_advice(advise, activation, widths, inputs, rng, replicas=10):
    network = initlab.Network(widths, activation, "linear")
    stds = {shape: advise(activation, *shape)["std"] for shape in network.shapes}
    singles, table = [], []
    for _ in range(replicas):
        single = network.initialize(lambda shape, g: g.normal(0.0, stds[shape], size=shape), rng)
        singles.append(single)
        table.append([np.mean(a * a) for a in network.forward(single, inputs).activations[:-1]])
    moments = np.mean(table, axis=0)
    return {
        "weights": initlab.join(singles),
        "moments": moments,
        "growth": float(moments[-1] / moments[0]) ** (1 / (len(widths) - 3)),
    }
