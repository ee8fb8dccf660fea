# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
# ---

# %% [markdown]
# # Part 3: Applying weight initialization
#
# In this part you use initializers the way you will meet them in practice: in a Keras model. You compare four of them
# so that the result would survive a second look, and you turn what you know into advice, and test the advice.
#
# This notebook stands alone: what it needs from the other parts is given. As before, fill in each function where it says
# `raise NotImplementedError`. The cell right below it is a self-check; your grade comes from more thorough checks with
# other inputs. The text of a task says all that is checked; what it leaves open is yours to choose. Do not round, and
# leave what you are given as it is: an array or a list that a function writes into is changed for whoever called.

# %% given="setup"
import os
from itertools import combinations

import initlab
import numpy as np
from initlab import selfcheck
from scipy import stats

# %% [markdown]
# ## Q8: Four initializers on Iris
#
# The task is the classic one: take a small network and a small data set, start from zeros, from small random weights, from
# Xavier and from He, train, compare. The data are Fisher's 150 iris flowers, four lengths each, three species. The network
# has two hidden layers of 64 ReLU units and a softmax output (three numbers that are made into probabilities, one for each
# species), written 4-64-64-3.
#
# We do it in two ways: in Keras, the framework you would use at work, and in `initlab`, where hundreds of runs take seconds.
#
# ### The model in Keras
#
# A Keras layer takes its initializer when it is made:
#
# ```python
# keras.layers.Dense(64, activation="relu", kernel_initializer=keras.initializers.LecunUniform(seed=1))
# ```
#
# Four things go wrong here again and again, all of them silently:
#
# * **A layer is forgotten**, most often the output layer. It then has Keras's default, `GlorotUniform`.
# * **The initializer is set too late.** Weights are drawn when the layer meets its input. Assigning
#   `layer.kernel_initializer` after that changes nothing.
# * **One initializer object serves several layers.** A Keras initializer returns *the same values at every call*, whether
#   its seed is a number or none is given. Two layers of one shape that share an object, or a seed, start as copies of each
#   other. (Only with a `keras.random.SeedGenerator` as its seed does it go on to other values.)
# * **A name is misspelled**, and an `else` branch quietly takes something else.
#
# **Your task.** `build_model(initializer, seed, widths)` returns a *new* compiled Keras model of dense layers, at every
# call, also with arguments that it has had before.
#
# * `widths` are the units per layer, the input first, as in `initlab.Network`. Begin with `keras.Input((widths[0],))`.
# * Hidden layers have ReLU, the output layer softmax (an activation may also stand as a layer of its own). Nothing else
#   is in the model: no dropout, no normalization.
# * `initializer` is one of four names. **Every** kernel, the output layer's too, follows that law; biases start at 0.
#
#   | name | law of a kernel (fan_in, fan_out) | in `keras.initializers` |
#   |---|---|---|
#   | `"zeros"` | all 0 | `Zeros` |
#   | `"random"` | uniform between -0.05 and 0.05 | `RandomUniform` |
#   | `"xavier"` | uniform within $\sqrt{6 / (\text{fan\_in} + \text{fan\_out})}$ | `GlorotUniform` |
#   | `"he"` | uniform within $\sqrt{6 / \text{fan\_in}}$ | `HeUniform` |
#
#   Any other name raises an error (a `ValueError` is usual; whether capital letters matter is up to you).
# * `seed` is a Python integer, 0 or larger, below a million. The same `seed` gives the same weights again, another seed
#   gives others in every layer. No two layers of a model start from the same random numbers, not even in another shape or
#   times another factor, and no two units of a layer. (From zeros, of course, all do.) How each layer gets its seed is up to you.
# * Compile it with Adam and a cross-entropy loss for several classes:
#   `model.compile(optimizer=…, loss=…, metrics=["accuracy"])` (the metric is for the cell "Try it"). Keras has two such losses, `"categorical_crossentropy"` for
#   labels that are rows like (0, 1, 0), and `"sparse_categorical_crossentropy"` for labels that are class numbers. Ours are
#   numbers: 0, 1, 2, so take the second. The loss gets probabilities, which is what softmax gives, no logits.

# %% given="tensorflow"
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")  # only errors, please
os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "0")
import keras


# %% stub="build_model"
def build_model(initializer, seed, widths=(4, 64, 64, 3)):
    """A new compiled Keras model with these widths, every kernel drawn by the initializer of that name."""
    ### BEGIN SOLUTION
    laws = {
        "zeros": lambda seed: keras.initializers.Zeros(),
        "random": lambda seed: keras.initializers.RandomUniform(-0.05, 0.05, seed=seed),
        "xavier": lambda seed: keras.initializers.GlorotUniform(seed=seed),
        "he": lambda seed: keras.initializers.HeUniform(seed=seed),
    }
    if initializer not in laws:
        raise ValueError(f"no initializer is called {initializer!r}; choose one of {', '.join(laws)}")
    rng = np.random.default_rng(seed)
    model = keras.Sequential([keras.Input((widths[0],))])
    for width in widths[1:-1]:
        law = laws[initializer](int(rng.integers(2**31)))
        model.add(keras.layers.Dense(width, activation="relu", kernel_initializer=law))
    law = laws[initializer](int(rng.integers(2**31)))
    model.add(keras.layers.Dense(widths[-1], activation="softmax", kernel_initializer=law))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
    ### END SOLUTION


# %% check="build_model" points=3
selfcheck.build_model(build_model)

# %% [markdown]
# ### Many runs instead of one
#
# How a network ends depends on luck three times: which flowers are in the test set, which random numbers the weights are made
# of, and in which order the batches come. One run per initializer compares the luck as much as the initializers.
#
# There are two cures, and you need both:
#
# * **Many runs**, so that luck averages out.
# * **Paired runs.** For one seed, all initializers get the same split, the same batches, and fresh generators in the same
#   state. Good luck then helps all of them alike, and cancels when you subtract.
#
# These are given: the four initializers in NumPy (for dense kernels), the network, and the preparation of the data (a split
# that takes a fifth of each species for the test, then each feature minus its mean, divided by its standard deviation, *both of
# the training set*).


# %% given="initializers"
def zeros(shape, rng):
    return np.zeros(shape)


def small_random(shape, rng):
    return rng.uniform(-0.05, 0.05, shape)


def xavier_uniform(shape, rng):
    limit = np.sqrt(6 / (shape[0] + shape[1]))
    return rng.uniform(-limit, limit, shape)


def he_uniform(shape, rng):
    limit = np.sqrt(6 / shape[0])
    return rng.uniform(-limit, limit, shape)


INITIALIZERS = {"zeros": zeros, "random": small_random, "xavier": xavier_uniform, "he": he_uniform}
NETWORK = initlab.Network((4, 64, 64, 3), activation="relu", output="softmax")


def prepare(data, seed):
    """The training and test set of the run with this seed, ready for the network."""
    train_data, test_data = initlab.split(data, np.random.default_rng(seed))
    return initlab.standardize(train_data, test_data)


# %% [markdown]
# **Your task.** `paired_runs(network, initializers, data, seeds, epochs)` trains one network for each initializer and each seed,
# on the training set only, and measures it on the test set. `initializers` is a dictionary: name → function; `seeds` is a list or a range of
# different whole numbers, in any order; `epochs` is 0 or more. For each seed
#
# 1. `prepare(data, seed)` gives the training and the test set;
# 2. each initializer starts from `network.initialize(initializer, np.random.default_rng(seed))`;
# 3. `initlab.train(network, weights, train_data, epochs=epochs, rng=np.random.default_rng(seed))` trains it. The trained
#    weights are in the result's `.weights`; the `weights` you pass in are not changed. (Batches of 32 and Adam with its
#    usual rate are what `train` takes by itself; leave them so);
# 4. `network.loss(weights, inputs, labels)` and `network.accuracy(…)` measure it *on the test set*. They return one number per
#    replica, an array with one element here. A data set has `.inputs` and `.labels`.
#
# The result holds, for each name, three lists with one entry per seed, in the order of `seeds`:
#
# ```python
# {"he": {"losses": [0.41, 0.35], "accuracies": [0.9, 0.933], "weights": [<Weights>, <Weights>]}, "zeros": {…}, …}
# ```


# %% stub="paired_runs"
def paired_runs(network, initializers, data, seeds, epochs=10):
    """Test losses, accuracies and trained weights of one run per initializer and seed, paired by seed."""
    ### BEGIN SOLUTION
    runs = {name: {"losses": [], "accuracies": [], "weights": []} for name in initializers}
    for seed in seeds:
        train_data, test_data = prepare(data, seed)
        for name, initializer in initializers.items():
            start = network.initialize(initializer, np.random.default_rng(seed))
            trained = initlab.train(
                network, start, train_data, epochs=epochs, rng=np.random.default_rng(seed)
            ).weights
            runs[name]["losses"].append(float(network.loss(trained, test_data.inputs, test_data.labels)[0]))
            runs[name]["accuracies"].append(
                float(network.accuracy(trained, test_data.inputs, test_data.labels)[0])
            )
            runs[name]["weights"].append(trained)
    return runs
    ### END SOLUTION


# %% check="paired_runs" points=1
selfcheck.paired_runs(paired_runs)

# %% [markdown]
# ### Which differences are real?
#
# The mean of $n$ runs is not the true mean, that of infinitely many. With $s$ the standard deviation of the runs (with $n - 1$:
# `np.std(runs, ddof=1)`), the true mean lies within
#
# $$\text{mean} \pm t \, \frac{s}{\sqrt{n}}$$
#
# at the confidence that $t$ was chosen for: `stats.t.ppf((1 + confidence) / 2, n - 1)`. (Both tails are left out, so a
# confidence of 0.95 asks for the quantile at 0.975.) Mind that $s$ alone says how far *single runs* scatter; only $s/\sqrt{n}$
# shrinks when you run more.
#
# To compare two initializers, subtract *run by run* and look at the mean and interval of these $n$ differences. If 0 lies
# outside the interval, call the difference real.
#
# (One caution. With a confidence of 0.95, an interval misses the truth in 1 of 20 cases. Four initializers make six pairs,
# and of six such intervals at least one may miss in up to 30 % of cases. If all six are to hold together at 95 %, ask each
# for the confidence $1 - 0.05 / 6$: this is *Bonferroni's correction*.)
#
# **Your task.** `compare(losses, confidence)` takes a dictionary name → array of losses (entry $r$ of every array is run $r$,
# so do not sort them, nor anything else in the arrays you are given) and returns both tables, each interval at just this confidence. There are two names or more, in any order, and
# two runs or more, with finite losses. A pair stands in the order of the dictionary, not of the alphabet, and its difference is the
# first minus the second (`itertools.combinations(losses, 2)` gives exactly these pairs). If two initializers have the same losses in
# every run, $s$ is 0: the interval is the mean alone (or `nan`, which SciPy's `stats.t.interval` has for it), and the difference not real.
#
# ```python
# {
#     "means": {"zeros": (1.099, 1.098, 1.1), "he": (0.33, 0.31, 0.35)},                # mean, low, high
#     "differences": {("zeros", "he"): (0.769, 0.751, 0.787, True)},                    # mean, low, high, real
# }
# ```


# %% stub="compare"
def compare(losses, confidence=0.95):
    """Means with Student's t intervals, and paired differences with theirs."""

    ### BEGIN SOLUTION
    def interval(values):
        n = len(values)
        half = stats.t.ppf((1 + confidence) / 2, n - 1) * np.std(values, ddof=1) / np.sqrt(n)
        return float(np.mean(values)), float(np.mean(values) - half), float(np.mean(values) + half)

    differences = {}
    for first, second in combinations(losses, 2):
        mean, low, high = interval(np.asarray(losses[first]) - np.asarray(losses[second]))
        differences[first, second] = (mean, low, high, bool(low > 0 or high < 0))
    return {"means": {name: interval(values) for name, values in losses.items()}, "differences": differences}
    ### END SOLUTION


# %% check="compare" points=1
selfcheck.compare(compare)

# %% [markdown]
# ### Try it: one run each, in Keras
#
# This is the experiment as it is usually done: four fits, ten epochs each, four numbers. (It takes some ten seconds.)

# %% shown="try_q8_once"
train_data, test_data = prepare(initlab.iris(), 42)
print("initializer   test loss   test accuracy")
for name in INITIALIZERS:
    keras.utils.set_random_seed(42)  # for the order of the batches
    model = build_model(name, seed=42)
    model.fit(train_data.inputs, train_data.labels, epochs=10, batch_size=32, shuffle=True, verbose=0)
    loss, accuracy = model.evaluate(test_data.inputs, test_data.labels, verbose=0)
    print(f"{name:11}   {loss:9.3f}   {accuracy:13.3f}")
print(
    f"\nOne of the {len(test_data)} test flowers more or less moves the accuracy by {1 / len(test_data):.3f}."
)

# %% [markdown]
# ### Try it: a hundred runs each
#
# Your functions now repeat that experiment a hundred times. Each of the hundred could have been the one that gets published. How
# many of them would have ranked the four initializers as the means over all runs do? (In a ranking, `<` means "is worse than": the
# best stands last.) The last line corrects for the six comparisons.

# %% shown="try_q8_many"
import matplotlib.pyplot as plt

runs = paired_runs(NETWORK, INITIALIZERS, initlab.iris(), range(100))
for key, better in (("losses", -1), ("accuracies", 1)):
    table = np.array([runs[name][key] for name in INITIALIZERS]) * better  # larger is better
    order = np.argsort(table.mean(axis=1))
    steps = np.diff(table[order], axis=0)
    agrees, tied = (steps > 0).all(axis=0), (steps >= 0).all(axis=0) & (steps == 0).any(axis=0)
    ranking = " < ".join(list(INITIALIZERS)[i] for i in order)
    other = ~agrees & ~tied
    print(f"Test {key}, from worst to best by the means of 100 runs: {ranking}")
    print(
        f"  a single paired run says so too: {agrees.sum()}; has ties: {tied.sum()}; does not: {other.sum()}"
    )
    he, xavier = table[3], table[2]
    unpaired = ~np.eye(100, dtype=bool)  # He's run with one seed, Xavier's with another
    wins = [(he > xavier).mean(), (he[:, None] > xavier)[unpaired].mean()]
    loses = [(he < xavier).mean(), (he[:, None] < xavier)[unpaired].mean()]
    print(f"  He against Xavier, paired: better in {wins[0]:.0%}, worse in {loses[0]:.0%} of the runs")
    print(f"  He against Xavier, not paired: better in {wins[1]:.0%}, worse in {loses[1]:.0%}\n")

figure, (left, right) = plt.subplots(1, 2, figsize=(12, 4), layout="constrained")
initlab.pictures.means_with_intervals(
    {n: r["losses"] for n, r in runs.items()}, xlabel="test loss", axes=left
)
initlab.pictures.means_with_intervals(
    {n: r["accuracies"] for n, r in runs.items()}, xlabel="test accuracy", axes=right
)
plt.show()

print("Differences of the test accuracy, run by run (first minus second):")
compared = compare({name: np.array(run["accuracies"]) for name, run in runs.items()})
for (first, second), (mean, low, high, real) in compared["differences"].items():
    verdict = "real" if real else "not shown"
    print(f"  {first:>6} - {second:6} {mean:+.3f}, 95 % interval {low:+.3f} to {high:+.3f}   {verdict}")
corrected = compare({name: np.array(run["accuracies"]) for name, run in runs.items()}, 1 - 0.05 / 6)
print(f"Held together at 95 %: {sum(real for *_, real in corrected['differences'].values())} of 6 are real")

# %% [markdown]
# ### In your own words
#
# A friend has trained one network from He weights and one from Xavier weights on Iris, once each. The first has
# a test accuracy of 0.93, the second one of 0.97. She concludes: "Xavier is better than He for this task." Use your measurements:
# what can and what cannot be said from her two runs, and how should she compare? Why does the loss tell the four initializers
# apart more clearly than the accuracy does?

# %% [markdown] explain="q8_words" points=2
# ### BEGIN SOLUTION
# **Model answer.** Nothing about the two methods can be said from one run each: 0.93 and 0.97 are one flower of thirty apart, and
# the split, the random numbers and the order of the batches alone move the accuracy by more than that. In my hundred
# runs single runs put the two in either order, or leave them tied, although the mean difference has an interval that leaves out 0 (a
# small one, in favour of He). She should do many runs, give both initializers the same splits, batches and seeds, and look at the mean of the
# differences with its interval. Accuracy only counts right and wrong among 30 flowers, so it moves in steps of 1/30 and saturates;
# the loss also sees how sure the network is, after these few epochs that is where the initializers differ, and it changes smoothly.
# With more epochs the good three would come closer to each other.
#
# **Rubric.**
# 1 point: one run per method cannot tell (luck of split, weights and batches as large as the effect), *and* the cure: many
# runs, paired, judged by an interval of the differences.
# 1 point: why the loss shows more (accuracy is coarse: one flower is 0.033; the loss sees confidence), *or* an own number used
# correctly (how often a single run ranks them otherwise, the mean difference with its interval).
# No point is lost for calling the difference He - Xavier too small to matter.
#
# Mistakes to answer in a comment (half a point off where the answer rests on one):
# "He and Xavier cost more compute" (drawing weights costs nothing beside training);
# "the higher accuracy shows the better method" (from single runs); "the standard deviation shrinks with more runs" (its error does:
# the standard error); "zero initialization is fine with ReLU, it got 0.33" (that is guessing one class; the kernels never move);
# "larger weight variance means overfitting" as the reason for these results (here it is He, with the largest of the four
# variances, that does best on the test data; that far too large weights generalise worse is true, see Q9).
# ### END SOLUTION

# %% [markdown]
# ## Q9: Choosing an initializer
#
# Here is what the lab has used, in one table. $a$ is fan_in, $b$ is fan_out.
#
# | method | best for | variance of a weight | limit of the uniform law | remember |
# |---|---|---|---|---|
# | zero | biases | 0 | | as kernels: ReLU and tanh never move, sigmoid units stay copies |
# | constant | | 0 | | all units of a layer stay one unit |
# | random, fixed scale | shallow nets | you choose $\sigma^2$ | $\sqrt{3}\,\sigma$ | right for one width only |
# | Xavier (Glorot) | tanh; by custom sigmoid | $2 / (a + b)$ | $\sqrt{6 / (a + b)}$ | the compromise between forward and backward; derived for slope 1, sigmoid's is at most 1/4 |
# | He | ReLU, leaky ReLU | $2 / ((1 + s^2)\, a)$ | $\sqrt{6 / ((1 + s^2)\, a)}$ | $s$ is the slope on the negative side, 0 for ReLU |
# | LeCun | SELU | $1 / a$ | $\sqrt{3 / a}$ | keeps SELU's unit variance |
#
# **Which formula is Xavier's?** You will read three. The published one (Glorot and Bengio 2010, equations 12 and 16) is
# $\operatorname{Var}(w) = 2 / (a + b)$: it is the compromise between $1/a$, which would keep the signal's variance on the way
# forward, and $1/b$, which would keep the gradient's on the way back.
#
# * $1/a$ is often called Xavier too. It is the forward half of the argument, and LeCun's older rule. In a square layer ($a = b$) both are the same
#   number, which is why the mix-up goes unnoticed.
# * $1/(a + b)$ is a slip: half the variance. With it even a linear square layer halves its signal.
# * For the uniform law, $\sqrt{6/(a+b)}$ is the *limit*. Its variance is limit²/3 $= 2/(a + b)$: the same law, no fourth formula.
#
# **Your task.** `recommend(activation, fan_in, fan_out, negative_slope)` returns the published advice as a dictionary: the name of
# the scheme (`"xavier"`, `"he"` or `"lecun"`) and the *standard deviation* of the weights:
#
# ```python
# {"scheme": "lecun", "std": 0.125}
# ```
#
# It knows `"relu"`, `"leaky_relu"`, `"tanh"`, `"sigmoid"` and `"selu"`, and raises a `ValueError` for any other activation,
# such as `"relu6"`, and for a misspelled one.
# `negative_slope` matters for `"leaky_relu"` alone. The scheme is that of the table's column "best for", the standard deviation
# the root of its variance, for a normal and a uniform law alike.


# %% stub="recommend"
def recommend(activation, fan_in, fan_out, negative_slope=0.01):
    """The published scheme for this activation, and the standard deviation of this layer's weights."""
    ### BEGIN SOLUTION
    if activation in ("relu", "leaky_relu"):
        slope = negative_slope if activation == "leaky_relu" else 0.0
        return {"scheme": "he", "std": float(np.sqrt(2 / ((1 + slope**2) * fan_in)))}
    if activation in ("tanh", "sigmoid"):
        return {"scheme": "xavier", "std": float(np.sqrt(2 / (fan_in + fan_out)))}
    if activation == "selu":
        return {"scheme": "lecun", "std": float(np.sqrt(1 / fan_in))}
    raise ValueError(f"no advice for the activation {activation!r}")
    ### END SOLUTION


# %% check="recommend" points=1.5
selfcheck.recommend(recommend)

# %% [markdown]
# ### Test the advice
#
# Advice is worth something if it holds where it is followed. A good start keeps the size of the signal from layer to layer. Its
# size is the **second moment** $q_l$, the mean of the squared activations of layer $l$ over all samples, units and replicas.
# (Not the variance: after ReLU the mean is not 0, and the next layer feels it too.) From the first hidden layer to the last,
# the factor *per layer* is
#
# $$\text{growth} = \left(\frac{q_{\text{last}}}{q_{\text{first}}}\right)^{1 / (\text{number of hidden layers} - 1)}$$
#
# A growth of 1 keeps the signal, 0.5 halves it at every layer: after 20 layers a millionth is left.
#
# **Your task.** `evaluate_advice(advise, activation, widths, inputs, rng, replicas)` builds networks with these widths (input
# first, a linear output last: `initlab.Network(widths, activation, "linear")`), draws the weights of *every* layer (the output's
# too) from a normal law around 0 with the standard deviation `advise(activation, fan_in, fan_out)["std"]` of that layer, and with
# `rng`, each replica on its own; biases are 0. It sends `inputs` forward and measures the hidden layers of these same networks,
# of which there are two at least. `advise` is any function like `recommend`; you may call it as often as you like.
#
# Helpful: `network.initialize(initializer, rng, replicas)` calls `initializer(shape, rng)` once per kernel;
# `network.forward(weights, inputs).activations` holds one array (replicas, samples, units) per layer, the output layer last. The result:
#
# ```python
# {"weights": <Weights>, "moments": [0.81, 0.74, 0.69], "growth": 0.923}     # one moment per hidden layer
# ```


# %% stub="evaluate_advice"
def evaluate_advice(advise, activation, widths, inputs, rng, replicas=10):
    """Second moments down the hidden layers of networks that follow the advice, and their growth."""

    ### BEGIN SOLUTION
    def initializer(shape, rng):
        return rng.normal(0.0, advise(activation, shape[0], shape[1])["std"], shape)

    network = initlab.Network(widths, activation, "linear")
    weights = network.initialize(initializer, rng, replicas)
    hidden = network.forward(weights, inputs).activations[:-1]
    moments = [float(np.mean(np.square(a))) for a in hidden]
    growth = (moments[-1] / moments[0]) ** (1 / (len(moments) - 1))
    return {"weights": weights, "moments": moments, "growth": float(growth)}
    ### END SOLUTION


# %% check="evaluate_advice" points=1.5
selfcheck.evaluate_advice(evaluate_advice)

# %% [markdown]
# ### Try it: the advice, across activations and depths
#
# First the signal on its way forward and the gradient on its way back, through 20 layers that follow your advice (ReLU's line
# and leaky ReLU's nearly coincide). Then what
# counts in the end: the loss after a short training (handwritten digits, plain SGD), for each activation and each of the
# three schemes, in a shallow and in a deep network. A `*` marks your advice. It need not stand at the lowest loss of its row: the
# advice keeps the size of signal and gradient, and promises nothing about the loss after eight epochs at one learning rate. Count
# the rows in which it does.
#
# > **You may have read that** the start decides only how fast a network learns, or else that large weights "overfit". Measured:
# > ReLU networks 64-128-128-10, trained on 359 digits with Adam until nearly all of these are right (99 % and more). Of 1438 other
# > digits they get 95 % right from He's weights, 71 % from weights three times as large, 64 % from ten times as large. So the start
# > can decide how well a trained network does on new data. (Do not mix this up with the "variance" of statistics, the one
# > that is weighed against bias: that is how much a model's predictions change with the data it was trained on.)

# %% shown="try_q9"
import matplotlib.pyplot as plt

ACTIVATIONS = ("relu", "leaky_relu", "tanh", "sigmoid", "selu")
digits = initlab.standardize(initlab.digits())[0].take(np.arange(600))
forward, backward = {}, {}
for activation in ACTIVATIONS:
    widths = (64,) * 21 + (10,)
    result = evaluate_advice(recommend, activation, widths, digits.inputs[:100], np.random.default_rng(1))
    forward[f"{activation}: {result['growth']:.2f} per layer"] = result["moments"]
    network = initlab.Network(widths, activation, "linear")
    trace = network.forward(result["weights"], digits.inputs[:100])
    signal = np.random.default_rng(2).normal(size=trace.outputs.shape)
    backward[activation] = [
        np.mean(d**2) for d in network.backward(result["weights"], trace, signal).deltas[:-1]
    ]

figure, (left, right) = plt.subplots(1, 2, figsize=(12, 4), layout="constrained")
initlab.pictures.layer_ladder(forward, ylabel="second moment of the activations", title="forward", axes=left)
initlab.pictures.layer_ladder(backward, ylabel="mean square of the gradient", title="backward", axes=right)
plt.show()

LAWS = {"xavier": lambda a, b: 2 / (a + b), "he": lambda a, b: 2 / a, "lecun": lambda a, b: 1 / a}
for depth in (2, 12):
    # layers get narrower: with equal fans Xavier and LeCun would be the same
    widths = (64, *np.linspace(96, 32, depth).astype(int), 10)
    print(f"\nTraining loss with {depth} hidden layers (guessing: {np.log(10):.2f})")
    print(f"{'':12}" + "".join(f"{scheme:>9} " for scheme in LAWS))
    for activation in ACTIVATIONS:
        network = initlab.Network(widths, activation)
        row = f"{activation:12}"
        for scheme, variance in LAWS.items():
            weights = network.initialize(
                lambda s, rng, v=variance: rng.normal(0, np.sqrt(v(*s)), s),
                np.random.default_rng(3),
                2,
                np.float32,
            )
            optimizer = initlab.SGD(0.05)
            run = initlab.train(
                network, weights, digits, epochs=8, optimizer=optimizer, rng=np.random.default_rng(4)
            )
            mark = "*" if recommend(activation, 64, 64)["scheme"] == scheme else " "
            row += f"{run.losses[:, -1].mean():9.3f}{mark}"
        print(row)

# %% [markdown]
# ### In your own words
#
# Someone hands you a network for a new task and asks which initializer to use. What would you look at, and in which order? Name at
# least one trade-off, and one thing in your pictures or tables above where following the advice is *not* enough (or where it hardly
# matters). Say also what the choice does not change.

# %% [markdown] explain="q9_words" points=2
# ### BEGIN SOLUTION
# **Model answer.** First the activation function: it says how much of the signal a layer loses, hence the scheme (He for ReLU and
# its relatives, Xavier for tanh and sigmoid, LeCun for SELU). Then the widths: the scale must come from each layer's own fans. Then
# the depth: an error per layer is raised to the power of the number of layers, so a shallow network forgives nearly everything and a deep
# one nothing. Trade-off: with unequal widths no variance keeps both directions, 1/fan_in serves the signal, 1/fan_out the gradient, and
# Xavier is the compromise. Where advice is not enough: 12 or 20 sigmoid layers; their signal looks fine but the gradient shrinks by a
# large factor at every layer, with any of the schemes. The cure is another activation, normalization or skip connections. In the shallow
# network the schemes hardly differ. The starred scheme has the lowest loss in 4 of the 10 rows, He in 8 of them: the advice is a
# safe start, no promise of the best result. The choice changes neither the cost of a training step, nor what the network could
# represent.
#
# **Rubric.**
# 1 point: activation decides the scheme, with two right pairs, *and* width or depth as the second thing to look at, with a reason.
# 1 point: a real trade-off or limit, tied to the picture or table (forward against backward, deep sigmoid networks, no difference when
# shallow, normalization makes the choice less important), and nothing wrong under "does not change".
#
# Mistakes to answer in a comment (half a point off where the answer rests on one):
# "He and Xavier cost more compute" (the formula is evaluated once per layer; a training step costs the same);
# "large weight variance overfits, small underfits" as the rule for choosing (it mistakes the spread of initial weights for the variance
# of a model's predictions; but "far too large weights do worse on new data" is true, and costs nothing: 95, 71 and 64 % above);
# "He prevents dying ReLU" (it keeps the scale; units can die later, from a large step, whatever the start);
# "zero for frozen layers" (a frozen zero layer passes nothing on, for ever); "zero is fine with ReLU" (no kernel ever moves);
# "Xavier's variance is 1/(fan_in + fan_out)" (see the text below the table; "1/fan_in" is a name that some give to LeCun's, and
# costs nothing where the layers are square).
# ### END SOLUTION
