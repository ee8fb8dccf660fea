# "you measure each one": averages over the replicas too
def measured_second_moments(network, weights, inputs):
    hidden = network.forward(weights, inputs).activations[:-1]
    mean = [np.mean(a**2) for a in hidden]
    return np.array([mean for _ in range(weights.replicas)])
