# goes through the list from the bottom and lets higher lines overwrite the word
def diagnose(network, weights, data):
    word = "healthy"
    norm = float(gradient_norms(network, weights, data.inputs, data.labels)[0])
    if norm > 1000:
        word = "exploding"
    if norm < 0.001:
        word = "vanishing"
    *hidden, _output = network.forward(weights, data.inputs).activations
    fractions = np.array([saturated_fraction(a[0], network.hidden.name) for a in hidden]).ravel()
    if np.any(fractions > 0.5):
        word = "saturated"
    *kernels, _last = weights.kernels
    if 1 in [int(distinct_units(k[0])) for k in kernels]:
        word = "symmetric"
    return word
