# "`(replicas, hidden layers)`": right numbers, but reshaped where they must be transposed
def measured_second_moments(network, weights, inputs):
    hidden = network.forward(weights, inputs).activations[:-1]
    numbers = np.array([np.mean(a**2, axis=(1, 2)) for a in hidden])
    return numbers.reshape(weights.replicas, len(hidden))
