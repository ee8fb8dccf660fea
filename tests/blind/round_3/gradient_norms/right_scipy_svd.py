# root of the sum of the squared singular values (SciPy)
from scipy.linalg import svdvals


def gradient_norms(network, weights, inputs, labels):
    gradients = network.gradients(weights, inputs, labels)
    return np.array([np.linalg.norm(svdvals(table[0])) for table in gradients.kernels])
