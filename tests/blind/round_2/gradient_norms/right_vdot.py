# empty array filled layer by layer from the back, scalar products
def gradient_norms(network, weights, inputs, labels):
    grads = network.gradients(weights.replica(0), inputs, labels)
    n = len(grads.kernels)
    answer = np.empty(n)
    for layer in range(n - 1, -1, -1):
        flat = grads.kernels[layer].reshape(-1)
        answer[layer] = flat.dot(flat) ** 0.5
    return answer
