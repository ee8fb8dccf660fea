# "in some hidden layer ... whichever it is": looks at the first hidden layer alone
def diagnose(network, weights, data):
    if distinct_units(weights.kernels[0][0]) == 1:
        return "symmetric"
    if saturated_fraction(network.forward(weights, data.inputs).activations[0][0], network.hidden.name) > 0.5:
        return "saturated"
    norm = gradient_norms(network, weights, data.inputs, data.labels)[0]
    if norm < 0.001:
        return "vanishing"
    if norm > 1000:
        return "exploding"
    return "healthy"
