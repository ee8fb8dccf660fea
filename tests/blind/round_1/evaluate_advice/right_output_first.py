# kernels drawn from the output layer to the first; then copied into zero weights
def evaluate_advice(advise, activation, widths, inputs, rng, replicas=10):
    network = initlab.Network(widths, activation, "linear")
    weights = network.initialize(lambda shape, rng: np.zeros(shape), rng, replicas)
    for kernel in reversed(weights.kernels):
        _, fan_in, fan_out = kernel.shape
        kernel[...] = rng.normal(0.0, advise(activation, fan_in, fan_out)["std"], kernel.shape)
    trace = network.forward(weights, inputs)
    hidden_layers = len(widths) - 2
    moments = [np.mean(trace.activations[l] * trace.activations[l]) for l in range(hidden_layers)]
    ratio = moments[-1] / moments[0]
    return dict(weights=weights, moments=moments, growth=ratio ** (1 / (hidden_layers - 1)))
