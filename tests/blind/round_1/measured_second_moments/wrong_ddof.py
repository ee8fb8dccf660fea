# "the mean": divides by n - 1
def measured_second_moments(network, weights, inputs):
    hidden = network.forward(weights, inputs).activations[:-1]
    return np.stack([(a**2).sum(axis=(1, 2)) / (a.shape[1] * a.shape[2] - 1) for a in hidden], axis=1)
