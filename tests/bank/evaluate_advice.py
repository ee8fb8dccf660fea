"""Q9: answers to `evaluate_advice`, the signal's size down networks that follow an advice."""

from itertools import pairwise

import initlab
import numpy as np

from tests.bank.entry import right, wrong


def _follow(advise, activation, widths, rng, replicas):
    def law(shape, rng):
        return rng.normal(0, advise(activation, *shape)["std"], shape)

    return initlab.Network(widths, activation, "linear").initialize(law, rng, replicas)


def _hidden(activation, widths, weights, inputs):
    return initlab.Network(widths, activation, "linear").forward(weights, inputs).activations[:-1]


def _growth(moments):
    return (moments[-1] / moments[0]) ** (1 / (len(moments) - 1))


def _result(weights, hidden, moment=lambda a: (a**2).mean(), growth=_growth):
    moments = [moment(a) for a in hidden]
    return {"weights": weights, "moments": moments, "growth": growth(moments)}


@right
def layer_by_layer(advise, activation, widths, inputs, rng, replicas=10):
    weights = _follow(advise, activation, widths, rng, replicas)
    return _result(weights, _hidden(activation, widths, weights, inputs))


def _replica_by_replica(draw, advise, activation, widths, inputs, rng, replicas):
    """Drawn with `draw(std, shape)`, and measured, one replica after the other."""
    network = initlab.Network(widths, activation, "linear")
    stds = {shape: advise(activation, shape[0], shape[1])["std"] for shape in network.shapes}
    several = [network.initialize(lambda shape, _: draw(stds[shape], shape), rng) for _ in range(replicas)]
    moments = np.mean(
        [[np.mean(np.square(a)) for a in network.forward(w, inputs).activations[:-1]] for w in several],
        axis=0,
    )
    growth = np.exp(np.mean(np.diff(np.log(moments))))
    return {
        "weights": initlab.join(several),
        "moments": moments,
        "growth": growth,
        "scheme": advise(activation, 2, 3)["scheme"],
    }


@right
def replica_by_replica(advise, activation, widths, inputs, rng, replicas=10):
    return _replica_by_replica(
        lambda std, shape: std * rng.standard_normal(shape), advise, activation, widths, inputs, rng, replicas
    )


@wrong(lost=0.5, fails={"weights": "uniform for normal"}, says="they are uniform")
def replica_by_replica_uniform(advise, activation, widths, inputs, rng, replicas=10):
    return _replica_by_replica(
        lambda std, shape: rng.uniform(-1, 1, shape) * std * np.sqrt(3),
        advise,
        activation,
        widths,
        inputs,
        rng,
        replicas,
    )


@wrong(lost=0.5, fails={"weights": "not normal"}, says="that of normal draws is 3")
def a_bell_of_six_uniforms(advise, activation, widths, inputs, rng, replicas=10):
    def bell(std, shape):
        return std * np.sqrt(2) * rng.uniform(-0.5, 0.5, (6, *shape)).sum(axis=0)

    return _replica_by_replica(bell, advise, activation, widths, inputs, rng, replicas)


@right
def tails_cut_and_corrected(advise, activation, widths, inputs, rng, replicas=10):
    def cut(std, shape):
        weights = rng.standard_normal(shape)
        while np.any(far := np.abs(weights) > 2):
            weights[far] = rng.standard_normal(int(far.sum()))
        return weights * std / 0.8796256610342398

    return _replica_by_replica(cut, advise, activation, widths, inputs, rng, replicas)


@right
def own_forward_pass_in_float32(advise, activation, widths, inputs, rng, replicas=10):
    stds = [advise(activation, a, b)["std"] for a, b in pairwise(widths)]
    kernels = [
        rng.normal(0, std, (replicas, a, b)).astype(np.float32)
        for std, a, b in zip(stds, widths[:-1], widths[1:], strict=True)
    ]
    weights = initlab.Weights(kernels, [np.zeros((replicas, b), np.float32) for b in widths[1:]])
    f, a, moments = initlab.activation(activation), inputs, ()
    for kernel in kernels[:-1]:
        a = f(a @ kernel)
        moments += (float(np.mean(a * a)),)
    return {"weights": weights, "moments": moments, "growth": float(_growth(moments))}


@wrong(lost=0.5, fails={"weights": "advice not asked"}, says="He's law, not the law of the `advise`")
def he_whatever_the_advice(advise, activation, widths, inputs, rng, replicas=10):
    return layer_by_layer(lambda f, a, b: {"std": np.sqrt(2 / a)}, activation, widths, inputs, rng, replicas)


@wrong(lost=0.5, fails={"weights": "fans exchanged"}, says="fan_in and fan_out exchanged")
def fans_exchanged(advise, activation, widths, inputs, rng, replicas=10):
    return layer_by_layer(lambda f, a, b: advise(f, b, a), activation, widths, inputs, rng, replicas)


@wrong(lost=0.5, fails={"weights": "one scale for all layers"}, says="the first layer's advice in every layer")
def one_scale_for_all_layers(advise, activation, widths, inputs, rng, replicas=10):
    first = advise(activation, widths[0], widths[1])
    return layer_by_layer(lambda f, a, b: first, activation, widths, inputs, rng, replicas)


@wrong(lost=0.5, fails={"weights": "variance as std"}, says="the square of the advised std")
def std_squared(advise, activation, widths, inputs, rng, replicas=10):
    squared = lambda f, a, b: {"std": advise(f, a, b)["std"] ** 2}  # noqa: E731
    return layer_by_layer(squared, activation, widths, inputs, rng, replicas)


@wrong(lost=0.5, fails={"weights": "shifted mean"}, says="not centred on 0")
def centred_on_one(advise, activation, widths, inputs, rng, replicas=10):
    def law(shape, rng):
        return rng.normal(1, advise(activation, *shape)["std"], shape)

    weights = initlab.Network(widths, activation, "linear").initialize(law, rng, replicas)
    return _result(weights, _hidden(activation, widths, weights, inputs))


@wrong(lost=0.5, fails={"weights": "std as limit"}, says="a uniform law with the std as its limit")
def std_as_limit(advise, activation, widths, inputs, rng, replicas=10):
    narrow = lambda f, a, b: {"std": advise(f, a, b)["std"] / np.sqrt(3)}  # noqa: E731
    return layer_by_layer(narrow, activation, widths, inputs, rng, replicas)


@wrong(lost=0.5, fails={"weights": "advice for another activation"}, says="the advice for relu")
def always_asks_for_relu(advise, activation, widths, inputs, rng, replicas=10):
    return layer_by_layer(lambda f, a, b: advise("relu", a, b), activation, widths, inputs, rng, replicas)


@wrong(lost=0.5, fails={"weights": "same weights in all replicas"}, says="each should be drawn on its own")
def one_network_repeated(advise, activation, widths, inputs, rng, replicas=10):
    weights = initlab.join([_follow(advise, activation, widths, rng, 1)] * replicas)
    return _result(weights, _hidden(activation, widths, weights, inputs))


@wrong(lost=1.5, fails={"weights": "networks not as asked", "moments": "networks not as asked"}, says="asked for")
def replicas_not_used(advise, activation, widths, inputs, rng, replicas=10):
    return layer_by_layer(advise, activation, widths, inputs, rng, 10)


@wrong(lost=1, fails={"moments": "variance, not second moment"}, says="These are the variances")
def variances(advise, activation, widths, inputs, rng, replicas=10):
    weights = _follow(advise, activation, widths, rng, replicas)
    return _result(weights, _hidden(activation, widths, weights, inputs), np.var)


@wrong(lost=1, fails={"moments": "roots of the moments"}, says="the roots of the mean squares")
def roots(advise, activation, widths, inputs, rng, replicas=10):
    weights = _follow(advise, activation, widths, rng, replicas)
    return _result(weights, _hidden(activation, widths, weights, inputs), lambda a: np.sqrt((a**2).mean()))


@wrong(lost=1, fails={"moments": "pre-activations, not activations"}, says="before the activation function")
def pre_activations(advise, activation, widths, inputs, rng, replicas=10):
    weights = _follow(advise, activation, widths, rng, replicas)
    trace = initlab.Network(widths, activation, "linear").forward(weights, inputs)
    return _result(weights, trace.pre_activations[:-1])


@wrong(lost=1, fails={"moments": "output layer included"}, says="The last one is the output layer's")
def output_included(advise, activation, widths, inputs, rng, replicas=10):
    weights = _follow(advise, activation, widths, rng, replicas)
    return _result(weights, initlab.Network(widths, activation, "linear").forward(weights, inputs).activations)


@wrong(lost=1, fails={"moments": "input included"}, says="The first one is that of the inputs")
def inputs_included(advise, activation, widths, inputs, rng, replicas=10):
    weights = _follow(advise, activation, widths, rng, replicas)
    return _result(weights, (inputs, *_hidden(activation, widths, weights, inputs)))


@wrong(lost=1, fails={"moments": "one replica only"}, says="the first replica alone")
def first_replica(advise, activation, widths, inputs, rng, replicas=10):
    weights = _follow(advise, activation, widths, rng, replicas)
    return _result(weights, [a[0] for a in _hidden(activation, widths, weights, inputs)])


@wrong(lost=1, fails={"moments": "wrong moment"}, says="your moments are 1, 1, 1, 1")
def hard_coded(advise, activation, widths, inputs, rng, replicas=10):
    weights = _follow(advise, activation, widths, rng, replicas)
    return {"weights": weights, "moments": [1.0] * (len(widths) - 2), "growth": 1.0}


@wrong(lost=0.5, fails={"growth": "growth of the whole way"}, says="the factor of the whole way")
def whole_factor(advise, activation, widths, inputs, rng, replicas=10):
    weights = _follow(advise, activation, widths, rng, replicas)
    return _result(weights, _hidden(activation, widths, weights, inputs), growth=lambda q: q[-1] / q[0])


@wrong(lost=0.5, fails={"growth": "one step too many"}, says="between 5 layers there are 4")
def one_step_too_many(advise, activation, widths, inputs, rng, replicas=10):
    weights = _follow(advise, activation, widths, rng, replicas)
    return _result(
        weights, _hidden(activation, widths, weights, inputs), growth=lambda q: (q[-1] / q[0]) ** (1 / len(q))
    )


@wrong(lost=0.5, fails={"growth": "arithmetic mean of factors"}, says="arithmetic mean")
def mean_of_factors(advise, activation, widths, inputs, rng, replicas=10):
    weights = _follow(advise, activation, widths, rng, replicas)
    hidden = _hidden(activation, widths, weights, inputs)
    return _result(weights, hidden, growth=lambda q: np.mean(np.array(q[1:]) / np.array(q[:-1])))


@wrong(lost=0.5, fails={"growth": "growth turned round"}, says="turned round")
def first_over_last(advise, activation, widths, inputs, rng, replicas=10):
    weights = _follow(advise, activation, widths, rng, replicas)
    return _result(weights, _hidden(activation, widths, weights, inputs), growth=lambda q: 1 / _growth(q))


@wrong(lost=0.5, fails={"weights": "generator ignored"}, says="do not come from `rng`")
def weights_from_nowhere(advise, activation, widths, inputs, rng, replicas=10):
    return layer_by_layer(advise, activation, widths, inputs, np.random.default_rng(), replicas)


@wrong(lost=0.5, fails={"weights": "seed reset inside"}, says="hand `rng` on")
def a_seed_of_its_own(advise, activation, widths, inputs, rng, replicas=10):
    return layer_by_layer(advise, activation, widths, inputs, np.random.default_rng(0), replicas)


@wrong(lost=0.5, fails={"growth": "wrong growth"}, says="applied 4 times")
def root_by_the_letters_of_the_activation(advise, activation, widths, inputs, rng, replicas=10):
    weights = _follow(advise, activation, widths, rng, replicas)
    hidden = _hidden(activation, widths, weights, inputs)
    return _result(weights, hidden, growth=lambda q: (q[-1] / q[0]) ** (1 / (len(activation) - 2.5)))
