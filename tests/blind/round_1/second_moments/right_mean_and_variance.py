# square of the mean plus variance; list of rows turned into an array
def second_moments(initializer, network, inputs, rng, networks):
    weights = network.initialize(initializer, rng, replicas=networks)
    layers = network.forward(weights, inputs).activations[:-1]
    rows = []
    for r in range(weights.replicas):
        rows.append([layer[r].var() + layer[r].mean() ** 2 for layer in layers])
    return np.array(rows)
