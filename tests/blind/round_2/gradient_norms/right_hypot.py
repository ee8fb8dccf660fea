# math.hypot of all the entries; returns a plain list
import math


def gradient_norms(network, weights, inputs, labels):
    tables = (k[0] for k in network.gradients(weights, inputs, labels).kernels)
    return [math.hypot(*table.ravel().tolist()) for table in tables]
