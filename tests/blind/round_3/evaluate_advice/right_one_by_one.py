# one replica at a time, joined at the end; the moments are means over the replicas' moments; growth as a geometric mean
def evaluate_advice(advise, activation, widths, inputs, rng, replicas=10):
    """Second moments down the hidden layers of networks that follow the advice, and their growth."""
    network = initlab.Network(widths, activation, "linear")
    drawn, rows = [], []
    for _ in range(replicas):
        one = network.initialize(
            lambda shape, generator: stats.norm(0, advise(activation, shape[0], shape[1])["std"]).rvs(
                size=shape, random_state=generator
            ),
            rng,
        )
        trace = network.forward(one, inputs)
        rows.append([np.mean(a * a) for a in trace.activations[:-1]])
        drawn.append(one)
    moments = np.mean(rows, axis=0)
    return {
        "weights": initlab.join(drawn),
        "moments": [float(q) for q in moments],
        "growth": float(stats.gmean(moments[1:] / moments[:-1])),
    }
