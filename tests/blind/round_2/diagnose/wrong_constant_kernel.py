# "all units have the same weights (distinct_units is 1)": asks whether all weights of the kernel are one number
def diagnose(network, weights, data):
    if any(np.ptp(k[0]) <= 1e-6 * np.abs(k[0]).max() for k in weights.kernels[:-1]):
        return "symmetric"
    trace = network.forward(weights, data.inputs)
    if any(saturated_fraction(a[0], network.hidden.name) > 0.5 for a in trace.activations[:-1]):
        return "saturated"
    norm = gradient_norms(network, weights, data.inputs, data.labels)[0]
    if norm < 0.001:
        return "vanishing"
    return "exploding" if norm > 1000 else "healthy"
