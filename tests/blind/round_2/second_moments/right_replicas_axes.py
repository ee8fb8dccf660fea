# nothing unusual: all networks as replicas, mean over samples and units, columns stacked
def second_moments(initializer, network, inputs, rng, networks):
    """The mean squared activation of every hidden layer, one row per network: (networks, hidden layers)."""
    weights = network.initialize(initializer, rng, replicas=networks)
    hidden = network.forward(weights, inputs).activations[:-1]
    return np.stack([np.mean(a**2, axis=(1, 2)) for a in hidden], axis=1)
