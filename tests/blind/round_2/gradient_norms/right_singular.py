# root of the sum of the squared singular values (SciPy)
from scipy.linalg import svdvals


def gradient_norms(network, weights, inputs, labels):
    kernels = network.gradients(weights, inputs, labels).kernels
    return np.fromiter((np.sqrt((svdvals(k[0]) ** 2).sum()) for k in kernels), dtype=float)
