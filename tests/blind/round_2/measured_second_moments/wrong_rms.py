# "the mean of the squared activations": its root
def measured_second_moments(network, weights, inputs):
    acts = network.forward(weights, inputs).activations[:-1]
    return np.sqrt(np.stack([(a**2).mean(axis=(1, 2)) for a in acts], axis=1))
