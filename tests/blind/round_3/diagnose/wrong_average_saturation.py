# "in some hidden layer": the mean of the fractions over the hidden layers must be above 0.5
def diagnose(network, weights, data):
    if any(distinct_units(k[0]) == 1 for k in weights.kernels[:-1]):
        return "symmetric"
    acts = network.forward(weights, data.inputs).activations[:-1]
    if np.mean([saturated_fraction(a[0], network.hidden.name) for a in acts]) > 0.5:
        return "saturated"
    norm = gradient_norms(network, weights, data.inputs, data.labels)[0]
    return "vanishing" if norm < 0.001 else "exploding" if norm > 1000 else "healthy"
