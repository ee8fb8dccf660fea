# "in some hidden layer": the mean of the layers' fractions is above 0.5
def diagnose(network, weights, data):
    if any(distinct_units(k[0]) == 1 for k in weights.kernels[:-1]):
        return "symmetric"
    trace = network.forward(weights, data.inputs)
    if np.mean([saturated_fraction(a[0], network.hidden.name) for a in trace.activations[:-1]]) > 0.5:
        return "saturated"
    norm = gradient_norms(network, weights, data.inputs, data.labels)[0]
    if norm < 0.001:
        return "vanishing"
    return "exploding" if norm > 1000 else "healthy"
