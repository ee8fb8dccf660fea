# within-unit variance plus variance of the unit means (law of total variance); np.std(...)**2 for the second
def layer_variances(initializer, network, inputs, errors, rng):
    def total(block):  # (samples, units), every unit has equally many samples
        within = np.var(block, axis=0).mean()
        between = np.std(block.mean(axis=0)) ** 2
        return within + between

    weights = initlab.Weights(
        [np.array(initializer(s, rng), dtype=np.float64)[None] for s in network.shapes],
        [np.zeros((1, s[1])) for s in network.shapes],
    )
    trace = network.forward(weights, inputs)
    deltas = network.backward(weights, trace, errors).deltas
    return [total(z[0]) for z in trace.pre_activations], [total(d[0]) for d in deltas]
