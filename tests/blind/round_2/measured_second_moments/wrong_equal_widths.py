# hidden layers of any widths: puts all layers into one array, which fails if their widths differ
def measured_second_moments(network, weights, inputs):
    acts = np.array(network.forward(weights, inputs).activations[:-1])
    return np.mean(acts**2, axis=(2, 3)).T
