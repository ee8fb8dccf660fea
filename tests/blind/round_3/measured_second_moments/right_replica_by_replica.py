# one forward pass per replica with weights.replica(r); nested lists as the answer
def measured_second_moments(network, weights, inputs):
    rows = []
    for r in range(weights.replicas):
        acts = network.forward(weights.replica(r), inputs).activations
        rows.append([float((acts[l][0] ** 2).mean()) for l in range(len(acts) - 1)])
    return rows
