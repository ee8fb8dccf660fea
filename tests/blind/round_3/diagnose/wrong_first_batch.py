# "those for all of data": looks at the first 20 samples only
def diagnose(network, weights, data):
    some = data.take(np.arange(min(20, len(data))))
    if any(distinct_units(k[0]) == 1 for k in weights.kernels[:-1]):
        return "symmetric"
    acts = network.forward(weights, some.inputs).activations[:-1]
    if any(saturated_fraction(a[0], network.hidden.name) > 0.5 for a in acts):
        return "saturated"
    norm = gradient_norms(network, weights, some.inputs, some.labels)[0]
    return "vanishing" if norm < 0.001 else "exploding" if norm > 1000 else "healthy"
