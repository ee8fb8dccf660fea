# math.hypot over all entries, with a helper
import math


def frobenius(table):
    return math.hypot(*np.asarray(table).ravel().tolist())


def gradient_norms(network, weights, inputs, labels):
    kernels = network.gradients(weights, inputs, labels).kernels
    return np.fromiter((frobenius(kernels[l][0]) for l in range(len(kernels))), dtype=float)
