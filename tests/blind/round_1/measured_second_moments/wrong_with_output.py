# "(Not the output layer...)": it is included
def measured_second_moments(network, weights, inputs):
    layers = network.forward(weights, inputs).activations
    return np.stack([np.mean(a**2, axis=(1, 2)) for a in layers], axis=1)
