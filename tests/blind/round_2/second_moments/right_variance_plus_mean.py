# q = variance + mean squared; a list of rows turned into an array by np.array
def second_moments(initializer, network, inputs, rng, networks):
    def moment(a):
        return a.var() + a.mean() ** 2

    result = []
    for _ in range(networks):
        weights = network.initialize(initializer, rng)
        *hidden, _output = network.forward(weights, inputs).activations
        result.append([moment(a) for a in hidden])
    return np.array(result)
