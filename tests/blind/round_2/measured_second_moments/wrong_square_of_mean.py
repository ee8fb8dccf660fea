# "over all samples and units": takes the mean over the samples before squaring
def measured_second_moments(network, weights, inputs):
    acts = network.forward(weights, inputs).activations[:-1]
    return np.stack([(a.mean(axis=1) ** 2).mean(axis=1) for a in acts], axis=1)
