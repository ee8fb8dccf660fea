# "the answer always has both axes": one replica or one hidden layer loses an axis
def measured_second_moments(network, weights, inputs):
    acts = network.forward(weights, inputs).activations[:-1]
    return np.squeeze(np.stack([(a**2).mean(axis=(1, 2)) for a in acts], axis=1))
