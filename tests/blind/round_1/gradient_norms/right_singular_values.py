# SciPy: Frobenius norm as the length of the vector of singular values
import scipy.linalg


def gradient_norms(network, weights, inputs, labels):
    result = []
    for kernel in network.gradients(weights, inputs, labels).kernels:
        s = scipy.linalg.svdvals(kernel[0])
        result.append(scipy.linalg.norm(s))
    return np.asarray(result)
