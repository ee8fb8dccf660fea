# "for each replica and each hidden layer": reshape instead of transpose, the numbers stand in the wrong places
def measured_second_moments(network, weights, inputs):
    acts = network.forward(weights, inputs).activations[:-1]
    q = np.array([(a**2).mean(axis=(1, 2)) for a in acts])
    return q.reshape(weights.replicas, len(acts))
