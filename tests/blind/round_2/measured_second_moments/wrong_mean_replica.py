# "for each replica": averaged over the replicas, shape (1, hidden layers)
def measured_second_moments(network, weights, inputs):
    acts = network.forward(weights, inputs).activations[:-1]
    return np.array([[np.mean(a**2) for a in acts]])
