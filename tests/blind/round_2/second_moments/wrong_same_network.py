# "Every network gets weights of its own": draws one network and measures it `networks` times
def second_moments(initializer, network, inputs, rng, networks):
    weights = network.initialize(initializer, rng)
    rows = []
    for _ in range(networks):
        trace = network.forward(weights, inputs)
        rows.append([np.mean(a**2) for a in trace.activations[:-1]])
    return np.array(rows)
