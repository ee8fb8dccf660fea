# "the mean over all samples and units": mean over samples of the sum over units
def measured_second_moments(network, weights, inputs):
    acts = network.forward(weights, inputs).activations[:-1]
    return np.stack([(a**2).sum(axis=2).mean(axis=1) for a in acts], axis=1)
