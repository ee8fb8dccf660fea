# "an array `(replicas, hidden layers)`": (hidden layers, replicas)
def measured_second_moments(network, weights, inputs):
    hidden = network.forward(weights, inputs).activations[:-1]
    return np.array([np.mean(a**2, axis=(1, 2)) for a in hidden])
