# "the answer always has both axes": squeeze drops an axis with one replica or one hidden layer
def measured_second_moments(network, weights, inputs):
    hidden = network.forward(weights, inputs).activations[:-1]
    return np.array([(a**2).mean(axis=(1, 2)) for a in hidden]).T.squeeze()
