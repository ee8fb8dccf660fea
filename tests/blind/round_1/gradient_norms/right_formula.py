# formula written out, filled into a preallocated array in single precision
def gradient_norms(network, weights, inputs, labels):
    tables = network.gradients(weights, inputs, labels).kernels
    norms = np.zeros(len(tables), dtype=np.float32)
    for layer, table in enumerate(tables):
        norms[layer] = np.sqrt(np.sum(table[0].astype(np.float64) ** 2))
    return norms
