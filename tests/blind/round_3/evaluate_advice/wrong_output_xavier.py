# "draws the weights of *every* layer (the output's too)": the output layer, being linear, gets the advice for tanh, not for the activation
def evaluate_advice(advise, activation, widths, inputs, rng, replicas=10):
    """Second moments down the hidden layers of networks that follow the advice, and their growth."""
    network = initlab.Network(widths, activation, "linear")

    def initializer(shape, rng):
        return rng.normal(0, advise(activation if shape != network.shapes[-1] else "tanh", shape[0], shape[1])["std"], shape)

    weights = network.initialize(initializer, rng, replicas)
    trace = network.forward(weights, inputs)
    moments = [float(np.mean(a**2)) for a in trace.activations[:-1]]
    growth = (moments[-1] / moments[0]) ** (1 / (len(moments) - 1))
    return {"weights": weights, "moments": moments, "growth": float(growth)}
