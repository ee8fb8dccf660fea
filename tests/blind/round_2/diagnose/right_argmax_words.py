# np.argmax over conditions; the word comes as a NumPy string
def diagnose(network, weights, data):
    words = np.array(["symmetric", "saturated", "vanishing", "exploding", "healthy"])
    units = np.array([distinct_units(k[0]) for k in weights.kernels[:-1]])
    fractions = np.array(
        [saturated_fraction(a[0], network.hidden.name) for a in network.forward(weights, data.inputs).activations[:-1]]
    )
    g = np.linalg.norm(network.gradients(weights, data.inputs, data.labels).kernels[0])
    true = [(units == 1).any(), (fractions > 0.5).any(), g < 0.001, g > 1000, True]
    return words[np.argmax(true)]
