# one network at a time in a double loop; fills an array of zeros
def second_moments(initializer, network, inputs, rng, networks):
    hidden = len(network.widths) - 2
    result = np.zeros((networks, hidden))
    for n in range(networks):
        weights = network.initialize(initializer, rng)
        activations = network.forward(weights, inputs).activations
        for l in range(hidden):
            result[n, l] = np.square(activations[l][0]).mean()
    return result
