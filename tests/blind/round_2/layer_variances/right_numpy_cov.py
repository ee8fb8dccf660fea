# np.cov with ddof=0 of the flattened layer, which is its variance; pair made with tuple(map(...))
def layer_variances(initializer, network, inputs, errors, rng):
    w = network.initialize(initializer, rng)
    t = network.forward(w, inputs)
    g = network.backward(w, t, np.asarray(errors)[np.newaxis])
    spread = lambda layers: [float(np.cov(layer.reshape(-1), ddof=0)) for layer in layers]
    return tuple(map(spread, (t.pre_activations, g.deltas)))
