# "(replicas, samples, units)": mean over replicas and units, one number per sample
def measured_second_moments(network, weights, inputs):
    acts = network.forward(weights, inputs).activations[:-1]
    return np.stack([(a**2).mean(axis=(0, 2))[: weights.replicas] for a in acts], axis=1)
