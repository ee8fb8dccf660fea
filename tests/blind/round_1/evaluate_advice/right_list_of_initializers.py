# advice asked once per layer, a list of initializers (std bound as a default), SciPy's normal law
def evaluate_advice(advise, activation, widths, inputs, rng, replicas=10):
    network = initlab.Network(tuple(widths), activation, output="linear")
    initializers = []
    for a, b in zip(widths[:-1], widths[1:]):
        law = stats.norm(loc=0, scale=advise(activation, a, b)["std"])
        initializers.append(lambda shape, rng, law=law: law.rvs(size=shape, random_state=rng))
    weights = network.initialize(initializers, rng, replicas=replicas)
    *hidden, _ = network.forward(weights, inputs).activations
    q = np.array([np.vdot(h, h) / h.size for h in hidden])
    return {"weights": weights, "moments": q.tolist(), "growth": float(np.power(q[-1] / q[0], 1 / (q.size - 1)))}
