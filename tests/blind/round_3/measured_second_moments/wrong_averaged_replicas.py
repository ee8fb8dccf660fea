# "you measure each one": each row is the average over all replicas
def measured_second_moments(network, weights, inputs):
    hidden = network.forward(weights, inputs).activations[:-1]
    q = np.array([np.mean(a**2) for a in hidden])
    return np.tile(q, (weights.replicas, 1))
