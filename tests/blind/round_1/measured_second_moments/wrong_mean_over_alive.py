# "over all samples and units": over the nonzero activations only
def measured_second_moments(network, weights, inputs):
    hidden = network.forward(weights, inputs).activations[:-1]
    return np.stack([(a**2).sum(axis=(1, 2)) / np.maximum(1, (a != 0).sum(axis=(1, 2))) for a in hidden], axis=1)
