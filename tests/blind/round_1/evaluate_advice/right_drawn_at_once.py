# all replicas of a kernel drawn in one call, Weights made by hand, own forward pass
def evaluate_advice(advise, activation, widths, inputs, rng, replicas=10):
    network = initlab.Network(widths, activation, "linear")
    kernels, biases = [], []
    for fan_in, fan_out in network.shapes:
        std = advise(activation, fan_in, fan_out)["std"]
        kernels.append(std * rng.standard_normal((replicas, fan_in, fan_out)))
        biases.append(np.zeros((replicas, fan_out)))
    signal = np.asarray(inputs, dtype=float)
    moments = np.zeros(len(kernels) - 1)
    for layer in range(len(moments)):
        signal = network.hidden(signal @ kernels[layer])
        moments[layer] = np.mean(np.square(signal))
    steps = len(moments) - 1
    return {
        "weights": initlab.Weights(kernels, biases),
        "moments": moments,
        "growth": (moments[-1] / moments[0]) ** (1.0 / steps),
    }
