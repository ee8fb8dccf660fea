# "(replicas, hidden layers)": reshape in place of a transpose mixes replicas and layers
def measured_second_moments(network, weights, inputs):
    hidden = network.forward(weights, inputs).activations[:-1]
    q = np.array([(a**2).mean(axis=(1, 2)) for a in hidden])
    return q.reshape(weights.replicas, len(hidden))
