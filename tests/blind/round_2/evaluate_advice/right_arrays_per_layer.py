# draws all replicas of a layer at once (another order of draws than initialize), biases by hand
from itertools import pairwise


def evaluate_advice(advise, activation, widths, inputs, rng, replicas=10):
    kernels, biases = [], []
    for fan_in, fan_out in pairwise(widths):
        std = advise(activation, fan_in, fan_out)["std"]
        kernels.append(std * rng.standard_normal((replicas, fan_in, fan_out)))
        biases.append(np.zeros((replicas, fan_out)))
    weights = initlab.Weights(kernels, biases)
    trace = initlab.Network(widths, activation, "linear").forward(weights, inputs)
    moments = np.array([np.square(layer).mean() for layer in trace.activations])[:-1]
    growth = np.exp(np.log(moments[-1] / moments[0]) / (len(moments) - 1))
    return {"weights": weights, "moments": list(moments), "growth": growth}
