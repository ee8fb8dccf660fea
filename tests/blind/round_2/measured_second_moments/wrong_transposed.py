# "(replicas, hidden layers)": (hidden layers, replicas)
def measured_second_moments(network, weights, inputs):
    acts = network.forward(weights, inputs).activations[:-1]
    return np.array([(a**2).mean(axis=(1, 2)) for a in acts])
