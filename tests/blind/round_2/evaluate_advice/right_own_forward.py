# own forward pass with einsum and the library's activation function; Python float moments by vdot
def evaluate_advice(advise, activation, widths, inputs, rng, replicas=10):
    f = initlab.activation(activation)
    weights = initlab.Network(widths, activation, "linear").initialize(
        lambda shape, rng: advise(activation, shape[0], shape[1])["std"] * rng.normal(size=shape), rng, replicas
    )
    signal = np.broadcast_to(np.asarray(inputs, dtype=float), (replicas, *np.shape(inputs)))
    moments = []
    for kernel in weights.kernels[:-1]:
        signal = f(np.einsum("rni,rio->rno", signal, kernel))
        moments.append(float(np.vdot(signal, signal)) / signal.size)
    first, last = moments[0], moments[-1]
    return dict(weights=weights, moments=moments, growth=(last / first) ** (1 / (len(moments) - 1)))
