# draws each layer's kernels of all replicas in one array, Weights made by hand; growth by logarithms
def evaluate_advice(advise, activation, widths, inputs, rng, replicas=10):
    """Second moments down the hidden layers of networks that follow the advice, and their growth."""
    kernels, biases = [], []
    for fan_in, fan_out in zip(widths[:-1], widths[1:]):
        std = advise(activation, int(fan_in), int(fan_out))["std"]
        kernels.append(std * rng.standard_normal((replicas, int(fan_in), int(fan_out))))
        biases.append(np.zeros((replicas, int(fan_out))))
    weights = initlab.Weights(tuple(kernels), tuple(biases))
    activations = initlab.Network(widths, activation, "linear").forward(weights, inputs).activations
    moments = np.array([np.mean(np.square(activations[layer])) for layer in range(len(widths) - 2)])
    logs = np.log(moments)
    growth = np.exp((logs[-1] - logs[0]) / (len(moments) - 1))
    return {"weights": weights, "moments": moments.tolist(), "growth": float(growth)}
