# einsum over samples and units
def second_moments(initializer, network, inputs, rng, networks):
    w = network.initialize(initializer, rng, networks)
    *hidden, _output = network.forward(w, inputs).activations
    columns = [np.einsum("rnu,rnu->r", a, a) / (a.shape[1] * a.shape[2]) for a in hidden]
    return np.column_stack(columns) if columns else np.zeros((networks, 0))
