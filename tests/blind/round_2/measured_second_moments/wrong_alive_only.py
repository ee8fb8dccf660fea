# "over all samples and units": only over the activations that are not 0
def measured_second_moments(network, weights, inputs):
    acts = network.forward(weights, inputs).activations[:-1]
    return np.stack([(a**2).sum(axis=(1, 2)) / np.maximum((a != 0).sum(axis=(1, 2)), 1) for a in acts], axis=1)
