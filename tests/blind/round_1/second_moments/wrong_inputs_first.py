# "of every **hidden** layer": the inputs take the first column and the last hidden layer is dropped
def second_moments(initializer, network, inputs, rng, networks):
    weights = network.initialize(initializer, rng, replicas=networks)
    trace = network.forward(weights, inputs)
    table = np.full((networks, len(network.widths) - 2), np.mean(np.square(inputs)))
    for l in range(1, table.shape[1]):
        table[:, l] = np.mean(trace.activations[l - 1] ** 2, axis=(1, 2))
    return table
