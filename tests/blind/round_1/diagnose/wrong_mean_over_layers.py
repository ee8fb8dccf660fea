# "in **some** hidden layer, `saturated_fraction` is above 0.5": the mean over the layers is
def diagnose(network, weights, data):
    trace = network.forward(weights, data.inputs)
    if any(distinct_units(kernel[0]) == 1 for kernel in weights.kernels[:-1]):
        return "symmetric"
    if np.mean([saturated_fraction(a[0], network.hidden.name) for a in trace.activations[:-1]]) > 0.5:
        return "saturated"
    first = gradient_norms(network, weights, data.inputs, data.labels)[0]
    return "vanishing" if first < 0.001 else "exploding" if first > 1000 else "healthy"
