# own forward pass from kernels and biases, with network.hidden as the function
def measured_second_moments(network, weights, inputs):
    a = np.broadcast_to(np.asarray(inputs, float), (weights.replicas, *np.shape(inputs)))
    columns = []
    for kernel, bias in list(zip(weights.kernels, weights.biases, strict=True))[:-1]:
        a = network.hidden(a @ kernel + bias[:, np.newaxis, :])
        columns.append(np.square(a).mean(axis=2).mean(axis=1))
    return np.transpose(columns)
