# "over all samples and units": divides by the width of the layer below, right where neighbouring widths are equal
def measured_second_moments(network, weights, inputs):
    activations = network.forward(weights, inputs).activations
    q = np.zeros((weights.replicas, len(activations) - 1))
    for l, a in enumerate(activations[:-1]):
        fan_in = network.widths[l]
        q[:, l] = (a**2).sum(axis=(1, 2)) / (len(inputs) * fan_in)
    return q
