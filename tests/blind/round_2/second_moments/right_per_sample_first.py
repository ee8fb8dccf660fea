# mean over units first, then over samples (equal sizes, so the same); generator via np.fromiter
def second_moments(initializer, network, inputs, rng, networks):
    weights = network.initialize(initializer, rng, networks)
    hidden = network.forward(weights, inputs).activations[:-1]
    numbers = (
        float(np.mean(np.square(a[r]).mean(axis=1))) for r in range(networks) for a in hidden
    )
    return np.fromiter(numbers, dtype=float, count=networks * len(hidden)).reshape(networks, len(hidden))
