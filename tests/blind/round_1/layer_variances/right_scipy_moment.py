# scipy.stats.moment of order 2 (central, over the flattened array); tuples as results
from scipy import stats


def layer_variances(initializer, network, inputs, errors, rng):
    w = network.initialize(initializer, rng)
    t = network.forward(w, inputs)
    second_central = lambda arrays: tuple(stats.moment(x, 2, axis=None) for x in arrays)
    return second_central(t.pre_activations), second_central(network.backward(w, t, errors).deltas)
