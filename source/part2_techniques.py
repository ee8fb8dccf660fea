# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
# ---

# %% [markdown]
# # Part 2: Initialization techniques
#
# Before a network can learn, every weight needs a first value. In this part you write the nine classic ways
# to choose it, and see for yourself what each of them does to a network.
#
# **How it works.** Fill in each function where it says `raise NotImplementedError`. The cell right below it
# is a self-check: it tells you at once whether you are on the right track. Your grade comes from more thorough
# checks with other inputs, so write the formula, not the numbers of the self-check. The words (unit, kernel,
# pre-activation, loss, gradient, ...) are those of Part 1, and as there the text of a task, with what is said here
# of all of them, says all that is checked; what it leaves open is yours to choose. Do not round, and leave what you
# are given as it is: an array or a list that a function writes into is changed for whoever called.
#
# **An initializer** is a function that takes the *shape* of a kernel (a layer's weights) and a random
# generator, and returns an array of that shape:
#
# ```python
# weights = he_normal((300, 100), rng)     # rng = np.random.default_rng(7)
# ```
#
# | layer | shape of its kernel |
# |---|---|
# | dense (each unit sees all inputs, as in Part 1) | `(fan_in, fan_out)` |
# | convolution (each unit sees a small window of an image) | `(height, width, channels_in, channels_out)` |
#
# Draw every random number from `rng` (for example `rng.normal(...)`, `rng.uniform(...)`), never from
# `np.random`, and never from a generator that you make or copy yourself: then the same generator gives the same weights,
# the next call gives others, and an experiment can be repeated. (A generator that comes out of `rng`, by `rng.spawn`
# or with a seed drawn from it, is as good as `rng`. The experiments, though, hand on `rng` itself.)
#
# Every call returns a *new* NumPy array (what is written into one must not show in another; it may be read-only) of exactly
# the shape asked for, of floating point numbers (32 or 64 bits), without biases. A random initializer draws
# **each weight on its own**, from the law asked for, whatever the size of the kernel. Multiplying draws by the scale
# asked for is part of drawing; afterwards the weights are not sorted, copied or clipped (set to a border), nor
# corrected by what came out, its mean, spread or largest value. (Keras and others cut the normal law's tails: they draw
# again what is farther out than two standard deviations. Here that counts as normal as well, cut there or farther out,
# if the standard deviation of what is left is the one asked for. So does a sum of twelve uniform numbers, an old
# approximation; a sum of fewer is no normal law.)
#
# Each of Q4 to Q7 ends with an *experiment* that measures what an initializer does, a "Try it" cell that
# draws it, and a question to answer in words. The experiments use three things from `initlab`, the lab's
# small library:
#
# ```python
# network = initlab.Network((2, 10, 1), activation="tanh", output="sigmoid")   # a shape, no weights yet
# weights = network.initialize(zeros, rng)                  # kernels from your initializer, biases 0
# run = initlab.train(network, weights, data, epochs=20, rng=rng)   # run.weights, run.losses, run.accuracies
# ```
#
# `initlab` trains many networks at once, so that every array of weights has a first axis for the network:
# `weights.kernels[0]` has the shape `(networks, fan_in, fan_out)`. With a single network that axis has length
# 1, and `weights.kernels[0][0]` is its kernel.

# %% given="setup"
import initlab
import numpy as np
from initlab import selfcheck

# %% shown="pictures"
import matplotlib.pyplot as plt

# %matplotlib inline

# %% [markdown]
# ## Fans: how many inputs, how many outputs
#
# The right size of a weight depends on how many of them meet in one unit.
#
# * **fan_in** is the number of inputs that are added up in one unit.
# * **fan_out** is the number of units that one input feeds.
#
# For a dense kernel these are simply its two axes. A unit of a convolution looks at a window of `height ×
# width` pixels in each of its `channels_in` channels, so `fan_in = height · width · channels_in`, and in the
# same way `fan_out = height · width · channels_out`.
#
# **Your task.** `fans(shape)` returns the pair `(fan_in, fan_out)`, for both kinds of shape. For example
# `fans((300, 100))` is `(300, 100)`.


# %% stub="fans"
def fans(shape):
    """The pair (fan_in, fan_out) of a kernel of this shape."""
    ### BEGIN SOLUTION
    *window, channels_in, channels_out = shape
    pixels = int(np.prod(window, dtype=int))
    return pixels * channels_in, pixels * channels_out
    ### END SOLUTION


# %% check="fans" points=2
selfcheck.fans(fans)

# %% [markdown]
# ## Q4: Zero and constant initialization
#
# The simplest idea: start with all weights equal. Then all units of a layer compute the same thing, get the
# same gradient, and stay equal for ever: a layer of a hundred units is worth one. This is called the
# *symmetry* problem. (Biases are another matter: they may start at zero. The experiment below shows why that
# does no harm.)
#
# **Your task.** `zeros` returns weights that are all 0; `constant` returns weights that are all `value`, which may be
# any number, also a negative one or 0. Both take `rng`, like every initializer, and do not need it. Weights are always
# floating point numbers, also where `value` is a whole number.


# %% stub="zeros"
def zeros(shape, rng):
    """Weights that are all 0.0."""
    ### BEGIN SOLUTION
    return np.zeros(shape)
    ### END SOLUTION


# %% check="zeros" points=1
selfcheck.zeros(zeros)


# %% stub="constant"
def constant(shape, rng, value=0.5):
    """Weights that are all `value`."""
    ### BEGIN SOLUTION
    return np.full(shape, value, dtype=float)
    ### END SOLUTION


# %% check="constant" points=2
selfcheck.constant(constant)

# %% [markdown]
# ### Experiment: does the symmetry ever break?
#
# The data: a U in the plane with a blob between its arms (`initlab.u_shape`). The network: 2 inputs, one
# hidden layer of 10 units, and one sigmoid output that says how likely a point is in the blob. A single
# hidden unit can only cut the plane along a straight line; ten *different* ones can follow the U.
#
# **Your task.** `symmetry_experiment(initializer, activation, data, epochs, rng)`
#
# 1. makes that network with hidden activation `activation`, and the weights of both its layers with
#    `initializer` and `rng` (`network.initialize`; biases 0),
# 2. then trains it on all of `data` for `epochs` epochs (1 or more) with the optimizer `initlab.Adam(0.01)` (gradient descent
#    that adapts the step of every weight), batches of 32 (the default) and the same `rng`, which goes on from step 1,
# 3. returns a dictionary with
#
# | key | value |
# |---|---|
# | `"gradient"` | *before* the training: the norm (root of the sum of squares) of the gradient of the loss for the **hidden** layer's kernel, over all of `data` |
# | `"moved"` | `True` if training changed any weight of the two **kernels**, however little, else `False` |
# | `"units"` | *after* the training: how many different hidden units there are. A unit is a column of the hidden kernel, and two are the same if *all* their weights are; differences below 1e-6 are rounding (here, or relative to the largest weight as in Part 1: both will do, for in all that is asked of you units agree far better, or differ far more) |
# | `"accuracy"` | *after* the training: the fraction (0 to 1) of `data` that is classified right |
# | `"weights"` | the trained `initlab.Weights` |
#
# `network.gradients(weights, data.inputs, data.labels).kernels` holds the gradients, shaped like the kernels.
# An answer may look like `{"gradient": 0.21, "moved": True, "units": 7, "accuracy": 0.93, "weights":
# Weights(...)}`.


# %% stub="symmetry_experiment"
def symmetry_experiment(initializer, activation, data, epochs, rng):
    """Train a 2-10-1 network from `initializer`; return gradient, moved, units, accuracy and weights."""
    ### BEGIN SOLUTION
    network = initlab.Network((2, 10, 1), activation=activation, output="sigmoid")
    start = network.initialize(initializer, rng)
    first = network.gradients(start, data.inputs, data.labels).kernels[0]
    run = initlab.train(network, start, data, epochs=epochs, optimizer=initlab.Adam(0.01), rng=rng)
    pairs = zip(start.kernels, run.weights.kernels)
    units = np.round(run.weights.kernels[0][0], 6).T
    return {
        "gradient": float(np.sqrt(np.sum(first**2))),
        "moved": any(not np.array_equal(before, after) for before, after in pairs),
        "units": len(np.unique(units, axis=0)),
        "accuracy": float(run.accuracies[0, -1]),
        "weights": run.weights,
    }
    ### END SOLUTION


# %% check="symmetry_experiment" points=4
selfcheck.symmetry_experiment(symmetry_experiment)

# %% [markdown]
# **Try it.** Three activations from zeros, from 0.5, and from weights that differ. Compare the boundaries
# with the number of units: one unit, however often it is copied, draws one straight line. Note also what the
# *accuracy* of a network with one unit is: it does not show the symmetry. The columns do.
#
# > **You may have read that**, from zeros, ReLU units are "all updated identically", and that sigmoid fails for
# > its "vanishing gradients". Both titles in the left column say otherwise. With ReLU (and tanh) no kernel is
# > updated at all: after 100 epochs each weight is still exactly 0. With sigmoid the first gradient of the hidden
# > kernel is 0, but the kernel moves from the second step on, up to weights of size 4.9. What sigmoid lacks is not
# > motion, but difference: it has one unit, and 76 % of the points right.
# >
# > **Constant biases** are harmless if the kernels differ: the tanh network of the last column, with all biases
# > starting at 0.5 instead of 0, also ends with 10 units and 99.5 % of the points right. Equal kernels *and*
# > equal biases leave one unit. And equal kernels with *random* biases? Then the units differ from the start:
# > here tanh ends with 99.5 % right, but ReLU with 73 %. It can work; kernels are the surer way.
# >
# > **Is zero ever right for weights?** In *one* layer, if the others differ. A network of ten tanh units whose
# > output kernel alone starts at 0 learns the U (99.5 % right): the output kernel gets a gradient at the first
# > step, the hidden one from the second on. You may read that zeros suit autoencoders (networks that learn to
# > give back their input) or recurrent networks (which read a sequence). All zeros do not: an autoencoder with 64
# > inputs, 16 hidden tanh or ReLU units and all its kernels 0 never moves them either. In the gates of a
# > recurrent network (units that decide what is remembered), what starts at zero is the *biases*; Keras's LSTM
# > even starts those of the forget gate at 1, and draws all kernels at random.

# %% shown="try_symmetry"
u_data = initlab.u_shape(200, np.random.default_rng(15))
starts = {
    "zeros": zeros,
    "all 0.5": lambda shape, rng: constant(shape, rng, 0.5),
    "random": lambda shape, rng: rng.normal(0, 1, shape),
}
figure, grid = plt.subplots(3, 3, figsize=(12, 11), layout="constrained")
for row, activation in zip(grid, ("relu", "tanh", "sigmoid")):
    for axes, (name, initializer) in zip(row, starts.items()):
        result = symmetry_experiment(initializer, activation, u_data, 100, np.random.default_rng(1))
        network = initlab.Network((2, 10, 1), activation=activation, output="sigmoid")
        initlab.pictures.decision_boundary(
            lambda x: network.forward(result["weights"], x).outputs[0], u_data, resolution=80, axes=axes
        )
        moved = "moved" if result["moved"] else "never moved"
        axes.set_title(
            f"{activation}, {name}: {moved}, {result['units']} unit(s)\n"
            f"first gradient {result['gradient']:.2g}, accuracy {result['accuracy']:.2f}"
        )
plt.show()

# %% [markdown]
# **In your words** (a few sentences each).
#
# 1. From zeros, ReLU and tanh never move their kernels, while sigmoid does. Where does the difference come
#    from?
# 2. Sigmoid from zeros, and every activation from 0.5, do learn something. What can they never learn, and why
#    does neither more training nor more units help? Why may the *biases* start at zero nevertheless?

# %% [markdown] explain="q4_words" points=2
# ### BEGIN SOLUTION
# **Model answer.** (1) The gradient of the output kernel is a sum of (hidden activation × error), that of the
# hidden kernel a sum of (input × output weight × slope × error). From zeros ReLU and tanh give hidden
# activations of exactly 0, so the output kernel gets no gradient; and the output weights are 0, so the hidden
# kernel gets none either. Both stay where they are for ever; only the output's bias moves. sigmoid(0) = 0.5
# is not 0: the output kernel moves first, and from the second step on the hidden kernel does. (2) All units
# have equal incoming and outgoing weights, so they compute the same, get the same gradient and stay equal:
# ten units act as one, which can only cut the plane along one straight line. More units are more copies; more
# training keeps equal what is equal. Biases may start at zero since different *kernels* already make the
# units, and so their gradients, different; the biases then separate by themselves.
#
# **Rubric** (2 points). 1 point for question 1: a zero activation (or zero output weight) makes the product
# in the gradient zero, and sigmoid(0) is not 0. Half of it for "the gradient is zero" without the reason. 1
# point for question 2: equal units get equal updates (0.5), and zero biases are harmless because the kernels
# break the symmetry (0.5). No credit for: "zero is fine with ReLU"; "zero weights underfit, large ones
# overfit" as the reason; "the slope of tanh at 0 is 0" (it is 1); "zero initialization suits frozen layers" as
# the reason.
# ### END SOLUTION

# %% [markdown]
# ## Q5: Random initialization
#
# Random weights break the symmetry: every unit starts as a different one. A *law* (or distribution) says how
# often which values come. Two laws are usual, both centred on 0: the *normal* law, a bell, and the *uniform*
# law, in which all values between $-a$ and $a$ are equally frequent:
#
# $$w \sim \mathcal{N}(0, \sigma^2) \qquad\text{or}\qquad w \sim \mathcal{U}(-a, a)$$
#
# Mind the words: $\sigma$ is the *standard deviation*, $\sigma^2$ the *variance*. A uniform law on $(-a, a)$
# has variance $a^2/3$, so its standard deviation is $a/\sqrt{3}$, smaller than its limit.
#
# > **You may have read** $\mathcal{N}(0, \sqrt{v})$ on one page and $\mathcal{N}(0, v)$ on another for the
# > same law. Here, as in most books, the second number is the *variance*; some pages, and `rng.normal(0, std)`,
# > take the *standard deviation*. With $v = 0.02$ that is 0.02 or 0.14, a factor of 7. Before you use a formula, find out which
# > one it means.
#
# **Your task.** `random_normal` draws from the normal law with mean 0 and standard deviation `std`;
# `random_uniform` draws evenly between `-limit` and `limit` (whether the two ends are among them does not matter).
# Both numbers are positive.


# %% stub="random_normal"
def random_normal(shape, rng, std=0.05):
    """Weights from the normal law with mean 0 and standard deviation `std`."""
    ### BEGIN SOLUTION
    return rng.normal(0.0, std, shape)
    ### END SOLUTION


# %% check="random_normal" points=3
selfcheck.random_normal(random_normal)


# %% stub="random_uniform"
def random_uniform(shape, rng, limit=0.05):
    """Weights drawn evenly between -limit and limit."""
    ### BEGIN SOLUTION
    return rng.uniform(-limit, limit, shape)
    ### END SOLUTION


# %% check="random_uniform" points=3
selfcheck.random_uniform(random_uniform)

# %% [markdown]
# ### Experiment: how large?
#
# Random is not enough: the *scale* decides. In a deep network each layer multiplies the signal by about
# `scale × sqrt(fan_in)` (the root of Part 1's fan_in · v; with ReLU, which drops half, `scale × sqrt(fan_in / 2)`), and
# much the same happens to the gradient on its way back. A factor of 0.5 in each of ten layers
# leaves a thousandth; a factor of 2 makes it a thousand times larger. With tanh and sigmoid a large signal
# does not grow but *saturates*: the units sit where the curve is flat, and the slope there, which multiplies
# the gradient, is close to 0.
#
# **Your task.** `sweep_scales(scales, network, data, rng)` gets a list of different scales, such as `[0.01, 0.3, 1.0]`,
# and a network with any activation function and one hidden layer or more.
# For each scale it makes one set of weights: *all* kernels are drawn with your `random_normal`, `std=scale` and `rng`
# (biases 0, no training; `rng` goes on from scale to scale: it is neither copied nor set back; the order of the draws is
# yours to choose). Everything is measured on all of `data`. It returns a
# dictionary with an entry for each scale (the scale itself is the key), which is a dictionary again:
#
# | key | value |
# |---|---|
# | `"spread"` | the standard deviation of the activations of the **last hidden** layer (all samples and units together; as Part 1 defines it, so divide by their number, not by one less) |
# | `"flat"` | the fraction (0 to 1) of that layer's **pre-activations** at which the slope of the activation function is below 0.01 (one that is just this does not count) |
# | `"gradient"` | the norm (root of the sum of squares) of the gradient of the loss for the **first** kernel |
# | `"weights"` | the `initlab.Weights` it measured |
#
# `trace = network.forward(weights, data.inputs)` has `trace.pre_activations` and `trace.activations`, one
# array per layer, the output layer last; `network.hidden.derivative(z)` is the slope at `z`. An answer may
# look like `{0.3: {"spread": 0.7, "flat": 0.1, "gradient": 2.0, "weights": Weights(...)}}`.


# %% stub="sweep_scales"
def sweep_scales(scales, network, data, rng):
    """For each scale: spread, flat part and first gradient of a network drawn with that scale, and its weights."""
    ### BEGIN SOLUTION
    results = {}
    for scale in scales:
        weights = network.initialize(lambda shape, rng, std=scale: random_normal(shape, rng, std), rng)
        trace = network.forward(weights, data.inputs)
        slopes = network.hidden.derivative(trace.pre_activations[-2])
        gradient = network.gradients(weights, data.inputs, data.labels).kernels[0]
        results[scale] = {
            "spread": float(trace.activations[-2].std()),
            "flat": float(np.mean(slopes < 0.01)),
            "gradient": float(np.sqrt(np.sum(gradient**2))),
            "weights": weights,
        }
    return results
    ### END SOLUTION


# %% check="sweep_scales" points=3
selfcheck.sweep_scales(sweep_scales)

# %% [markdown]
# **Your task.** Which scales train? `range_that_trains(final_losses, level)` gets a dictionary
# `{scale: loss after training}`, in any order, and a finite `level`. A scale *trains* if its loss is `level` or less. Return the
# smallest and the largest scale that train, as a pair; `None` if none does. (A training that exploded has the
# loss `nan` or `inf`: it does not train. Whether the scales between the two train as well does not matter. If
# only one scale trains, it is both the smallest and the largest.)
#
# For example `range_that_trains({0.3: 0.02, 0.01: 2.3, 0.1: 0.4, 1.0: nan}, 0.5)` is `(0.1, 0.3)`.


# %% stub="range_that_trains"
def range_that_trains(final_losses, level):
    """The pair (smallest, largest) of the scales whose final loss is at most `level`; None if there is none."""
    ### BEGIN SOLUTION
    good = [scale for scale, loss in final_losses.items() if loss <= level]
    return (min(good), max(good)) if good else None
    ### END SOLUTION


# %% check="range_that_trains" points=1
selfcheck.range_that_trains(range_that_trains)

# %% [markdown]
# **Try it.** First one layer with 500 inputs, weights of scale 0.01, 1 / √500, and 1: what does a tanh unit
# answer?

# %% shown="try_one_layer"
signal = np.random.default_rng(1).normal(0, 1, (200, 500))
figure, row = plt.subplots(1, 3, figsize=(14, 3.6), layout="constrained")
for axes, scale in zip(row, (0.01, 1 / np.sqrt(500), 1.0)):
    answers = np.tanh(signal @ random_normal((500, 100), np.random.default_rng(2), std=scale))
    axes.hist(answers.ravel(), bins=50, range=(-1, 1), density=True)
    axes.set(title=f"scale {scale:.3g}", xlabel="tanh of the sum of 500 inputs", ylabel="density")
plt.show()

# %% [markdown]
# Now six hidden layers of 64 on handwritten digits: the sweep, and then 15 epochs of training from the very
# weights it measured. The shaded band is your `range_that_trains`. Where a line leaves a picture, the network
# has exploded.
#
# > **You may have read that** a standard deviation of 0.01 or 0.1 is a good choice, and that 0.01 with ReLU is
# > only slow. In these networks 0.01 trains nothing: with all three activations the loss stays at 2.3, that of
# > guessing. With ReLU and *one* hidden layer 0.01 does train here (a loss of 0.97 after these 15 epochs, 0.24 with
# > 0.1 and 0.16 with He); with two it already stays at 2.3. And 0.1 trains six tanh layers of 64, but not six ReLU
# > layers (1.9). No fixed number is right for every width, depth and activation.

# %% shown="try_sweep"
pool, _ = initlab.split(initlab.digits(), np.random.default_rng(1), test_fraction=0.8)
(digits,) = initlab.standardize(pool)
scales = [float(scale) for scale in np.geomspace(0.01, 1, 11)]
figure, grid = plt.subplots(2, 2, figsize=(12, 8), layout="constrained")
panels = dict(zip(("spread", "flat", "gradient", "loss after training"), grid.flat))
for number, activation in enumerate(("tanh", "sigmoid", "relu")):
    network = initlab.Network((64, *[64] * 6, 10), activation=activation)
    sweep = sweep_scales(scales, network, digits, np.random.default_rng(2))
    together = initlab.join([sweep[scale]["weights"] for scale in scales]).astype(np.float32)
    run = initlab.train(network, together, digits, epochs=15, optimizer=initlab.SGD(0.05), rng=np.random.default_rng(3))
    losses = dict(zip(scales, run.losses[:, -1].tolist()))
    trains = range_that_trains(losses, 0.5)
    print(
        f"{activation}: a loss of 0.5 or less is reached by",
        f"scales {trains[0]:.2g} to {trains[1]:.2g}" if trains else "none",
    )
    for key, axes in panels.items():
        values = list(losses.values()) if key == "loss after training" else [sweep[scale][key] for scale in scales]
        axes.plot(scales, values, marker="os^"[number], color=f"C{number}", label=activation)
        axes.set(title=key, xlabel="scale (standard deviation of the weights)", xscale="log")
    if trains:
        panels["loss after training"].axvspan(*trains, color=f"C{number}", alpha=0.15)
for key, axes in panels.items():
    axes.set_yscale("linear" if key == "flat" else "log")
    axes.grid(color="#dddddd")
    axes.legend(frameon=False)
panels["spread"].set_ylim(1e-8, 1e4)
panels["gradient"].set_ylim(1e-10, 1e4)
plt.show()

# %% [markdown]
# **In your words.** Describe what goes wrong at scale 0.01 and at scale 1, for tanh, for sigmoid and for
# ReLU, with numbers from the pictures. The range that trains is narrow, and lies elsewhere for layers of
# another width: what would you make the scale depend on?

# %% [markdown] explain="q5_words" points=2
# ### BEGIN SOLUTION
# **Model answer.** At 0.01 each layer of 64 multiplies by about 0.01 · √64 = 0.08 (ReLU: 0.06). After six
# layers the tanh and ReLU signals are down to 2e-7 and 4e-8, and the gradient has vanished with them; the loss
# stays at ln 10 = 2.3, the value for guessing. Sigmoid's activations stay near 0.5 so that its signal looks
# alive, but each layer multiplies the gradient by the scale and by a slope of at most 1/4: it vanishes even
# faster. At 1 each layer multiplies by 8 (ReLU: 5.7). ReLU has no ceiling: the signal and the gradient
# explode, and training gives nan. tanh and sigmoid have one: most tanh units and many sigmoid units are flat,
# so that slopes near 0 multiply the gradient and most units hardly learn; with tanh the few that are not flat get
# large, erratic gradients through the large weights (the first kernel's norm is 40). In between the network trains: tanh from about 0.1 to
# 0.6, ReLU only around 0.2; sigmoid at no scale within these 15 epochs. A sum of fan_in terms has a standard
# deviation of scale × √fan_in, so the scale should go like 1 / √fan_in, with a constant that suits the
# activation. (For the gradient the same holds with fan_out.)
#
# **Rubric** (2 points). 0.5 each: too small makes signal and gradient vanish layer by layer; too large
# saturates tanh and sigmoid; too large explodes ReLU; the scale should go like 1 / √fan_in (or depend on the
# number of inputs, with the reason). Numbers from the pictures must support them (take off 0.5 if there is
# none at all). "The gradient vanishes" for most saturated tanh units and "the first kernel's gradient is large"
# are both right. No credit for: "large weights overfit, small ones underfit" as the reason for what these
# pictures show (they are of training data); "ReLU cannot explode because its slope is 1"; U(0, 1) called a centred
# random law.
# ### END SOLUTION

# %% [markdown]
# ## Q6: Xavier (Glorot) initialization
#
# A fixed spread cannot suit layers of every size: a unit adds up `fan_in` products, and the variance of that
# sum is `fan_in` times the variance of one. To keep the signal's variance from layer to layer, the weights'
# variance must be 1 / fan_in. On the way back the gradient adds up `fan_out` products, and asks for 1 /
# fan_out. Glorot and Bengio (2010, equation 12) take the compromise:
#
# $$\operatorname{Var}(w) = \frac{2}{\text{fan\_in} + \text{fan\_out}}$$
#
# as a normal law with that variance, or as a uniform law $\mathcal{U}(-a, a)$ with the same variance, where
#
# $$a = \sqrt{\frac{6}{\text{fan\_in} + \text{fan\_out}}}$$
#
# (The 6 is no mystery: $a^2/3$ must be $2/(\text{fan\_in} + \text{fan\_out})$.)
#
# It is the usual advice for tanh and sigmoid. Mind that the argument takes the slope of the activation function to
# be 1. That of tanh is, near 0. Sigmoid's is 1/4 at most: going back, each sigmoid layer leaves about 1/18 of the
# gradient's variance, and with none of these laws does a gradient get through many of them. (You will see it in
# Part 3.)
#
# **Your task.** Write both, for dense and convolution kernels: your `fans` knows the fans of each.


# %% stub="xavier_normal"
def xavier_normal(shape, rng):
    """Normal weights with variance 2 / (fan_in + fan_out)."""
    ### BEGIN SOLUTION
    fan_in, fan_out = fans(shape)
    return rng.normal(0.0, np.sqrt(2 / (fan_in + fan_out)), shape)
    ### END SOLUTION


# %% check="xavier_normal" points=3
selfcheck.xavier_normal(xavier_normal)


# %% stub="xavier_uniform"
def xavier_uniform(shape, rng):
    """Uniform weights within the square root of 6 / (fan_in + fan_out)."""
    ### BEGIN SOLUTION
    fan_in, fan_out = fans(shape)
    limit = np.sqrt(6 / (fan_in + fan_out))
    return rng.uniform(-limit, limit, shape)
    ### END SOLUTION


# %% check="xavier_uniform" points=3
selfcheck.xavier_uniform(xavier_uniform)

# %% [markdown]
# ### Experiment: one variance, two directions
#
# If fan_in and fan_out differ, no variance serves both directions. See for yourself what each choice keeps.
#
# **Your task.** `layer_variances(initializer, network, inputs, errors, rng)` draws the weights of one
# network with `initializer` and `rng`, sends `inputs` forward and `errors` back through the same weights, and
# returns a pair `(forward, backward)`, each with one number per layer, the output layer included, the *first layer
# first*:
#
# * `forward[l]` is the variance of layer l's **pre-activations**, over all samples and units together: the mean
#   of the squared distances from their mean, as Part 1 defines it (so divide by their number, not by one less);
# * `backward[l]` is the variance, in the same way, of the **gradient at layer l's pre-activations**.
#
# `errors`, one row per sample and one column per output, stands for the gradient that a loss would send into
# the output layer. `network.backward(weights, trace, errors).deltas[l]` is what arrives at layer l. For three
# layers an answer may look like `([0.9, 0.7, 0.8], [0.2, 0.5, 1.0])`.


# %% stub="layer_variances"
def layer_variances(initializer, network, inputs, errors, rng):
    """The variances of the pre-activations and of the gradients there, layer by layer: (forward, backward)."""
    ### BEGIN SOLUTION
    weights = network.initialize(initializer, rng)
    trace = network.forward(weights, inputs)
    gradients = network.backward(weights, trace, errors)
    forward = [float(z.var()) for z in trace.pre_activations]
    backward = [float(delta.var()) for delta in gradients.deltas]
    return forward, backward
    ### END SOLUTION


# %% check="layer_variances" points=4
selfcheck.layer_variances(layer_variances)

# %% [markdown]
# **Try it.** A tanh network whose layers become narrower, from 600 units to 30. The inputs are small, so that
# tanh is nearly the identity: that is the case Glorot and Bengio computed. Four laws are compared. Two of
# them are Xavier's variance as some texts and old libraries have it: 1 / fan_in (which is LeCun's) and 1 /
# (fan_in + fan_out), half of the published one. Dashed: what the rule "times fan_in · Var(w)", or on the way
# back "times fan_out · Var(w)", predicts.

# %% shown="try_variances"
laws = {
    "1 / fan_in": lambda a, b: 1 / a,
    "1 / fan_out": lambda a, b: 1 / b,
    "2 / (fan_in + fan_out), Xavier": lambda a, b: 2 / (a + b),
    "1 / (fan_in + fan_out)": lambda a, b: 1 / (a + b),
}
network = initlab.Network((600, 400, 260, 170, 110, 70, 45, 30), activation="tanh", output="linear")
draw = np.random.default_rng(1)
inputs, errors = draw.normal(0, 0.01, (300, 600)), draw.normal(0, 1, (300, 30))
forward, backward, forward_rule, backward_rule = {}, {}, {}, {}
for name, law in laws.items():
    initializer = xavier_normal if "Xavier" in name else lambda shape, rng: rng.normal(0, np.sqrt(law(*shape)), shape)
    runs = [layer_variances(initializer, network, inputs, errors, draw) for _ in range(5)]
    forward[name] = np.array([run[0] for run in runs]) / inputs.var()
    backward[name] = np.array([run[1] for run in runs]) / errors.var()
    forward_rule[name] = np.cumprod([law(a, b) * a for a, b in network.shapes])
    backward_rule[name] = np.cumprod([1.0] + [law(a, b) * b for a, b in network.shapes[:0:-1]])[::-1]
figure, (left, right) = plt.subplots(1, 2, figsize=(13, 4.6), layout="constrained")
initlab.pictures.layer_ladder(
    forward, ylabel="variance / variance of the inputs", predicted=forward_rule, title="forward", axes=left
)
initlab.pictures.layer_ladder(
    backward,
    ylabel="variance / variance of the errors",
    predicted=backward_rule,
    title="backward",
    axes=right,
)
plt.show()

# %% [markdown]
# **In your words.** Which law keeps the variance in which direction, and why? What does Xavier's compromise
# keep, exactly, when the layers are not square, and what when they are? Why would 1 / (fan_in + fan_out) be a
# poor choice in a deep network? Xavier's derivation says nothing about ReLU: which of its assumptions does
# ReLU break?

# %% [markdown] explain="q6_words" points=3
# ### BEGIN SOLUTION
# **Model answer.** A pre-activation is a sum of fan_in independent products, so forward every layer
# multiplies the variance by fan_in · Var(w): 1 / fan_in makes this 1. The gradient at an input is a sum of
# fan_out products, so backward the factor is fan_out · Var(w): 1 / fan_out makes that 1. With 2 / (fan_in +
# fan_out) the forward factor is 2 fan_in / (fan_in + fan_out) and the backward one 2 fan_out / (fan_in +
# fan_out): on average 1, since they add up to 2, but each is 1 only in a square layer. In narrowing layers
# the forward variance grows a little and the backward one shrinks a little, both less than under the law made
# for the other direction. 1 / (fan_in + fan_out) is half of it: a square layer halves the variance in both
# directions, 30 layers leave 2^-30 of it. The derivation takes the activation to be the identity near 0
# (symmetric, slope 1, mean 0). ReLU is neither: it cuts off half, its mean is not 0, and its slope is 0 for
# half of the units. tanh keeps to the assumption only while signals are small; then it shrinks them a little
# in each layer.
#
# **Rubric** (3 points). 1: both directions with the reason (a sum of fan_in, of fan_out terms). 1: the
# compromise is exact for square layers only, and what it does otherwise (or the two factors). 0.5: the factor
# 2 missing halves the variance per layer. 0.5: linear (symmetric) activation near 0 is assumed, ReLU drops
# half. No credit for: "Xavier costs more compute"; "it prevents overfitting"; variance taken for standard
# deviation, as in N(0, √(2/(fan_in + fan_out))) with that root called the variance.
# ### END SOLUTION

# %% [markdown]
# ## Q7: He initialization, and LeCun's
#
# ReLU sets every negative pre-activation to 0, and with it half of the signal's second moment (Part 1). He et
# al. (2015, equations 10 and 15) make up for it with twice the variance. A *leaky* ReLU multiplies the negative
# ones by a small slope $s$ instead: of their half of the second moment, $s^2$ is left. So the factor to make up
# for is $(1 + s^2)/2$ instead of $1/2$:
#
# $$\operatorname{Var}(w) = \frac{2}{(1 + s^2)\,\text{fan\_in}}$$
#
# `negative_slope` is $s$; with $s = 0$ this is plain ReLU's $2/\text{fan\_in}$. The uniform law with the same
# variance has the limit $a = \sqrt{6 / ((1 + s^2)\,\text{fan\_in})}$.
#
# (Which slope a leaky ReLU has is a choice: 0.01 in `initlab` unless you give another, 0.3 in Keras's layer
# `LeakyReLU`, 0.2 in its function `keras.activations.leaky_relu`. Put into the formula the one your network has.)
#
# LeCun et al. (1998) derived $\operatorname{Var}(w) = 1/\text{fan\_in}$. It is what SELU needs, an activation
# function that was made to keep a signal at mean 0 and variance 1 (Klambauer et al. 2017):
#
# $$\operatorname{SELU}(z) = \lambda z \;\text{ if } z > 0, \qquad \lambda \alpha\,(e^z - 1) \;\text{ else,} \qquad
# \lambda \approx 1.0507, \; \alpha \approx 1.6733$$
#
# **Your task.** Write all three, again for both kinds of kernels. `he_normal` and `he_uniform` are also called with
# other values of `negative_slope`, from 0 to 1.


# %% stub="he_normal"
def he_normal(shape, rng, negative_slope=0.0):
    """Normal weights with variance 2 / ((1 + negative_slope**2) * fan_in)."""
    ### BEGIN SOLUTION
    fan_in, _ = fans(shape)
    return rng.normal(0.0, np.sqrt(2 / ((1 + negative_slope**2) * fan_in)), shape)
    ### END SOLUTION


# %% check="he_normal" points=4
selfcheck.he_normal(he_normal)


# %% stub="he_uniform"
def he_uniform(shape, rng, negative_slope=0.0):
    """Uniform weights with the same variance as `he_normal`."""
    ### BEGIN SOLUTION
    fan_in, _ = fans(shape)
    limit = np.sqrt(6 / ((1 + negative_slope**2) * fan_in))
    return rng.uniform(-limit, limit, shape)
    ### END SOLUTION


# %% check="he_uniform" points=4
selfcheck.he_uniform(he_uniform)


# %% stub="lecun_normal"
def lecun_normal(shape, rng):
    """Normal weights with variance 1 / fan_in."""
    ### BEGIN SOLUTION
    fan_in, _ = fans(shape)
    return rng.normal(0.0, np.sqrt(1 / fan_in), shape)
    ### END SOLUTION


# %% check="lecun_normal" points=3
selfcheck.lecun_normal(lecun_normal)

# %% [markdown]
# ### Experiment: thirty layers
#
# The quantity to follow through ReLU layers is the **second moment** $q = \operatorname{mean}(a^2)$ of a
# layer's activations $a$, not their variance: after ReLU the mean is not 0, and the next layer's
# pre-activations grow with all of $q$. One layer turns $q$ into about
# $\tfrac12\,\text{fan\_in}\,\operatorname{Var}(w)\;q$. With He the factor is 1; with Xavier, in a square
# layer, $\tfrac12$. "About", because the weights are random: a single network wanders, and the rule is for
# the average over many. So measure several.
#
# **Your task.** `second_moments(initializer, network, inputs, rng, networks)` draws `networks` networks,
# sends `inputs` through each, and returns an array of shape `(networks, hidden layers)` with the second
# moment of the activations of every **hidden** layer (over all samples and units), a row for each network. (There is at
# least one of each; the array has both axes also where there is only one.) Every
# network gets weights of its own, drawn with `initializer` and `rng`, in whichever order you like.
#
# `network.initialize(initializer, rng, replicas=networks)` draws them all; every array of the trace then has
# the shape `(networks, samples, units)`. For two networks with three hidden layers an answer may look like
# `[[1.1, 0.9, 0.8], [1.0, 1.2, 1.3]]`.


# %% stub="second_moments"
def second_moments(initializer, network, inputs, rng, networks):
    """The mean squared activation of every hidden layer, one row per network: (networks, hidden layers)."""
    ### BEGIN SOLUTION
    weights = network.initialize(initializer, rng, replicas=networks)
    hidden = network.forward(weights, inputs).activations[:-1]
    return np.stack([np.mean(a**2, axis=(1, 2)) for a in hidden], axis=1)
    ### END SOLUTION


# %% check="second_moments" points=3
selfcheck.second_moments(second_moments)

# %% [markdown]
# **Try it.** First the weights themselves: four initializers for a kernel of 300 inputs and 100 outputs, each
# with the density it should follow.

# %% shown="try_histograms"
from scipy import stats

figure, row = plt.subplots(1, 4, figsize=(17, 3.6), layout="constrained")
for axes, (name, initializer, density) in zip(
    row,
    (
        ("zeros", zeros, None),
        ("random_normal, std 0.15", lambda s, r: random_normal(s, r, std=0.15), stats.norm(0, 0.15).pdf),
        ("xavier_uniform", xavier_uniform, stats.uniform(-np.sqrt(6 / 400), 2 * np.sqrt(6 / 400)).pdf),
        ("he_normal", he_normal, stats.norm(0, np.sqrt(2 / 300)).pdf),
    ),
):
    weights = initializer((300, 100), np.random.default_rng(1))
    initlab.pictures.weight_histogram(weights, density, title=name, axes=axes)
    axes.set_xlim(-0.5, 0.5)
plt.show()

# %% [markdown]
# Then 30 layers of 128, ten networks each (line: median, band: from the lowest tenth to the highest): ReLU
# with Xavier and He, and SELU with LeCun and He. SELU was made so that with LeCun's weights activations are
# drawn to mean 0 and variance 1. It takes layers, the more the farther away they start: after ten of these layers a
# second moment of 0.1 has become 0.81 and one of 10 has become 1.24, but one of 1e6 is still 2.4e3, and one of 1e-12
# is 0.0031 even after thirty. Last, the training of 30 ReLU layers on handwritten digits. (Two of its lines lie on
# each other at 2.30, the loss of guessing among ten classes.)

# %% shown="try_thirty_layers"
signal = np.random.default_rng(1).normal(0, 1, (100, 128))
figure, panels = plt.subplots(1, 3, figsize=(17, 4.4), layout="constrained")
for axes, activation, initializers in (
    (panels[0], "relu", {"he_normal": he_normal, "xavier_normal": xavier_normal}),
    (panels[1], "selu", {"lecun_normal": lecun_normal, "he_normal": he_normal}),
):
    network = initlab.Network((128, *[128] * 30, 10), activation=activation)
    measured = {
        name: second_moments(initializer, network, signal, np.random.default_rng(2), networks=10)
        for name, initializer in initializers.items()
    }
    rule = {"he_normal": np.ones(30), "xavier_normal": 0.5 ** np.arange(1, 31)} if activation == "relu" else None
    initlab.pictures.layer_ladder(
        measured, ylabel="second moment of the activations", predicted=rule, title=activation, axes=axes
    )

pool, _ = initlab.split(initlab.digits(), np.random.default_rng(1), test_fraction=0.6)
(digits,) = initlab.standardize(pool)
network = initlab.Network((64, *[64] * 30, 10), activation="relu")
curves = {}
for name, initializer in {
    "he_normal": he_normal,
    "xavier_normal": xavier_normal,
    "random_normal": random_normal,
}.items():
    weights = network.initialize(initializer, np.random.default_rng(3), replicas=2, dtype=np.float32)
    run = initlab.train(network, weights, digits, epochs=10, optimizer=initlab.SGD(0.01), rng=np.random.default_rng(4))
    curves[name] = run.losses
initlab.pictures.loss_curves(curves, title="30 ReLU layers, digits", axes=panels[2])
plt.show()

# %% [markdown]
# ### XOR in Keras, with your initializer
#
# Now to a real framework. A Keras model of dense layers is a list of them, as in this network with 5 inputs and
# 3 outputs (here with Keras's own initializers):
#
# ```python
# model = keras.Sequential()
# model.add(keras.Input((5,)))                                   # 5 inputs
# model.add(keras.layers.Dense(20, activation="tanh", kernel_initializer="zeros"))
# model.add(keras.layers.Dense(3, activation="softmax"))         # no kernel_initializer: Keras's default
# ```
#
# An initializer is an object that is called with the shape of a kernel; a layer is given one as
# `kernel_initializer`. Whether it then really reached *every* kernel is worth looking
# at: in published code it often did not. Four ways to get it wrong, all without a warning:
#
# * the output layer is forgotten, and keeps Keras's default (Glorot uniform);
# * the initializer is set after the layer was built: nothing changes;
# * layers of one shape share a seed, a number, and start with the same weights;
# * the first layer does not know its number of inputs, and there are no weights at all until data comes in.

# %% given="keras"
import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")  # no start-up messages from TensorFlow
os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "0")
import keras

# %% [markdown]
# **Your task.** Complete the class `LabInitializer`. `LabInitializer(he_normal, rng)` wraps one of your
# initializers for Keras: called with a shape, a convolution's too, it returns what your function returns for that
# very shape and the stored `rng`, which goes on: the next call returns other weights. (`__init__` runs when the object
# is made; what it puts into `self.…` is kept. `__call__` runs whenever the object is called like a function.) There may
# be several such objects at a time, each with a function and a generator of its own; where two are given the same
# generator, what one has drawn the other does not draw again, so store `rng` itself, no copy. Keras passes a `dtype` as
# well; you may ignore it, for Keras converts the array, or convert it yourself.


# %% stub="LabInitializer"
class LabInitializer(keras.initializers.Initializer):
    """A function (shape, rng) -> array as a Keras initializer."""

    def __init__(self, initializer, rng):
        ### BEGIN SOLUTION
        self.initializer = initializer
        self.rng = rng
        ### END SOLUTION

    def __call__(self, shape, dtype=None):
        ### BEGIN SOLUTION
        return self.initializer(shape, self.rng)
        ### END SOLUTION


# %% check="LabInitializer" points=2
selfcheck.LabInitializer(LabInitializer)

# %% [markdown]
# **Your task.** `build_network(widths, initializer, rng)` returns a Keras model of dense layers. `widths` are
# the units of all layers, the inputs first: for XOR `(2, 8, 8, 1)`. Hidden layers have ReLU, the output layer
# a sigmoid, however wide they are: any widths may be equal. `initializer` is a function `(shape, rng)`, so wrap it in
# your `LabInitializer`. *Every* kernel comes from it, drawn with `rng`; every layer has biases, which start at 0 (both
# are Keras's default). Layers of the same shape start with different weights, and so do networks from different
# generators. There are no other layers, except that an activation may stand as a layer of its own. The model must be
# built: begin with `keras.Input((widths[0],))`. You need not compile it.


# %% stub="build_network"
def build_network(widths, initializer, rng):
    """A built Keras model of dense layers with these widths, all kernels from `initializer`."""
    ### BEGIN SOLUTION
    kernels = LabInitializer(initializer, rng)
    layers = [keras.Input((widths[0],))]
    for units in widths[1:-1]:
        layers.append(keras.layers.Dense(units, activation="relu", kernel_initializer=kernels))
    layers.append(keras.layers.Dense(widths[-1], activation="sigmoid", kernel_initializer=kernels))
    return keras.Sequential(layers)
    ### END SOLUTION


# %% check="build_network" points=3
selfcheck.build_network(build_network)

# %% [markdown]
# **Try it.** XOR, 200 epochs with Adam, from `he_normal`. The diagram shows the weights at the start: blue is
# positive, orange negative, wide is large. (With four samples an epoch is a single step.)

# %% shown="try_xor"
xor = initlab.xor()
model = build_network((2, 8, 8, 1), he_normal, np.random.default_rng(3))
dense = [layer for layer in model.layers if layer.weights]
kernels = [np.asarray(layer.kernel)[None] for layer in dense]
biases = [np.asarray(layer.bias)[None] for layer in dense]
xor_network = initlab.Network((2, 8, 8, 1), activation="relu", output="sigmoid")
figure, (left, right) = plt.subplots(1, 2, figsize=(13, 4.6), layout="constrained", width_ratios=(3, 2))
initlab.pictures.network_diagram(xor_network, initlab.Weights(kernels, biases), title="at the start", axes=left)

model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
for epoch in range(200):
    model.train_on_batch(xor.inputs, xor.labels[:, None])
for point, output in zip(xor.inputs, model.predict(xor.inputs, verbose=0)[:, 0]):
    print(f"{point} -> {output:.2f}")
initlab.pictures.decision_boundary(
    lambda x: model.predict(x, batch_size=len(x), verbose=0),
    xor,
    resolution=80,
    title="after 200 epochs",
    axes=right,
)
plt.show()

# %% [markdown]
# Was that typical? One run cannot tell. Here are 400 starts of the same network for each initializer (in
# `initlab`, which computes what Keras computes, many at once).

# %% shown="try_many_xor"
xor = initlab.xor()
xor_network = initlab.Network((2, 8, 8, 1), activation="relu", output="sigmoid")
curves = {}
for name, initializer in {
    "he_normal": he_normal,
    "xavier_normal": xavier_normal,
    "random_normal": random_normal,
}.items():
    weights = xor_network.initialize(initializer, np.random.default_rng(4), replicas=400)
    run = initlab.train(xor_network, weights, xor, epochs=1000, rng=np.random.default_rng(5))
    curves[name] = run.losses
    after = {epochs: (run.accuracies[:, epochs] == 1).mean() for epochs in (200, 1000)}
    print(
        f"{name:14s} all four right after 200 epochs: {after[200]:4.0%} of 400 starts, after 1000: {after[1000]:4.0%};"
        f" median loss {np.median(run.losses[:, 200]):.2f}, then {np.median(run.losses[:, 1000]):.2f}"
    )
initlab.pictures.loss_curves(curves, title="XOR, 2-8-8-1, Adam")
plt.show()

# %% [markdown]
# **In your words.** Why does He's variance have a 2 where LeCun's has a 1, and why does a factor of 2 per
# layer matter for thirty layers and hardly for two? When would you take Xavier, when He, when LeCun? A web
# page trains XOR once from He, prints "Prediction for [1, 0]: ≈ 1" and concludes that He works: what do your
# 400 starts say to that?

# %% [markdown] explain="q7_words" points=3
# ### BEGIN SOLUTION
# **Model answer.** A pre-activation's variance is fan_in · Var(w) · q. ReLU sets the negative half of a
# symmetric pre-activation to 0, so that the second moment of what it lets through is half of that variance.
# To keep q, Var(w) must be 2 / fan_in; a linear (or nearly linear) activation needs 1 / fan_in. The factor
# acts once per layer and so exponentially: Xavier's ½ per square layer leaves a quarter after two layers,
# which training repairs within a few steps, but 2^-30, a billionth, after thirty; signal and gradient are
# then too small and training stalls at ln 10. He for ReLU and its leaky kin, Xavier for tanh (and sigmoid),
# LeCun for SELU, whose fixed point assumes it. XOR has three layers: the choice matters little. From He only
# 53 to 61 % of starts have all four points right after 200 epochs (about 97 % after 1000): the page's result
# is one lucky start of two. Other initializers do about as well or better by that count, while He's median
# *loss* at 200 epochs is the lowest: one number, let alone one run, does not rank initializers.
#
# **Rubric** (3 points). 1: ReLU halves the second moment, 2 makes up for it, and the effect is exponential in
# depth. 1: which for which activation, with a reason for at least one. 1: a single run is one draw; quotes
# the measured share of successes. No credit for: "He prevents dying ReLU"; "He and Xavier cost more compute";
# "He is always better"; "a larger variance learns faster" as the whole reason.
# ### END SOLUTION
