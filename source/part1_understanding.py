# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
# ---

# %% [markdown]
# # Part 1: Understanding weight initialization
#
# Before a network can learn, each of its weights needs a first value. Does it matter which? In this part
# you build the instruments that answer this: you measure how fast networks learn, what goes wrong in them,
# and how strong their signals are. Other people's starting weights are the patients; in Part 2 you write
# your own.
#
# **How it works.** Fill in each function where it says `raise NotImplementedError`, and run the cell. The
# cell right below it is a self-check: it tells you at once whether you are on the right track. Your grade
# comes from more thorough checks with other inputs. After each question, a "Try it" cell shows you what your
# functions can see, and a last cell asks for a few sentences of yours; a person reads those.
#
# The text of a task says all that is checked. What it leaves open is yours to choose: how you compute
# something; whether a number comes as `2`, `2.0`, a NumPy number or an array with nothing else in it; whether an
# array comes in single or double precision, or as a list of the same form. Do not round: numbers are compared to
# about six digits, and some are tiny. (Compute such in double precision: in single precision, the square of 1e-28 is 0.)
#
# Keep the names of the functions and of their arguments, and use what you are given: the `rng`, the data, the
# settings. And leave what you are given as it is. An array, a list or a dict is not copied when it is passed on:
# a function that writes into it changes it for whoever called.
#
# You need to know what a neuron is: it multiplies each input by a weight, adds these products and a number
# of its own, the *bias*, and sends the sum through an *activation function*. Everything else is explained
# here.

# %% given="setup"
import initlab
import matplotlib.pyplot as plt
import numpy as np
from initlab import selfcheck

# %% [markdown]
# ## Words and tools
#
# **Layers and kernels.** Neurons, here called **units**, stand in layers. All weights between one layer and
# the next form a table, the **kernel**: one row per input, one column per unit. Its shape is
# `(fan_in, fan_out)`, and `kernel[:, j]` are the weights of unit `j`. The layers between the input and the
# last layer are the **hidden** layers.
#
# **Signals.** A unit's weighted sum (with its bias) is its **pre-activation** $z$, the result $f(z)$ its
# **activation**. The usual functions $f$:
#
# | name | $f(z)$ | values | flat where |
# |---|---|---|---|
# | `"linear"` | $z$ | any | nowhere |
# | `"relu"` | $z$ if $z > 0$, else 0 | 0 and up | $z < 0$ |
# | `"tanh"` | $(e^z - e^{-z}) / (e^z + e^{-z})$ | -1 to 1 | $z$ far from 0 |
# | `"sigmoid"` | $1 / (1 + e^{-z})$ | 0 to 1 | $z$ far from 0 |
#
# **Learning.** The **loss** is one number: how wrong the network is on the data (0 is perfect). Here it is
# the *cross-entropy*: minus the natural logarithm of the probability that the network gives to the right
# class, on average over the samples. (Its unit is called *nat*. Between two classes, guessing costs
# $\ln 2 \approx 0.69$ nats.) The **gradient** says, for every weight, how fast the loss grows if this weight grows. Training moves each
# weight a small step against its gradient, computed on a handful of samples, a **batch**, then on the next
# batch. Once through all the data is an **epoch**. Gradients are computed from the last layer back to the
# first (*backpropagation*), by multiplying, layer by layer, with the weights and with the slope $f'(z)$.
#
# **Random numbers.** The *variance* of some numbers is the mean of the squares of their distances from their
# mean; its root is the *standard deviation*. Random weights here have mean 0. *Normal* ones crowd around 0 in
# the shape of a bell: two in three are closer to 0 than one standard deviation.
#
# **`initlab`** does the forward passes, gradients and trainings for you. It can work on many copies of a network at once (**replicas**), so
# every array it returns has a first axis for the replica. With one network, write `[0]` to get rid of that
# axis.
#
# | you write | you get |
# |---|---|
# | `network = initlab.Network((2, 10, 1), "tanh", output="sigmoid")` | a network with 2 inputs, 10 hidden tanh units and 1 output; it holds no weights |
# | `weights = network.initialize(initializer, rng)` | first weights: `weights.kernels[l][0]` is the kernel of layer `l` (counted from 0), all biases are 0 |
# | `trace = network.forward(weights, inputs)` | `trace.activations[l][0]`: a table with a row per sample and a column per unit. The last entry of `trace.activations` is the output |
# | `gradients = network.gradients(weights, inputs, labels)` | `gradients.kernels[l][0]`: the gradient of the loss for the kernel of layer `l` |
# | `order = initlab.draw_order(len(data), epochs, rng)` | a random order of the samples for each epoch |
# | `run = initlab.train(network, weights, data, epochs=…, batch_size=…, optimizer=…, order=order)` | `run.losses[0]`: the loss before training and after 1, 2, … epochs. `run.weights`: the final weights |
# | `data.inputs`, `data.labels`, `network.hidden.name` | the samples, their classes, the name of the hidden layers' activation function |
#
# An **initializer** is a function `(shape, rng)` that returns a kernel of that shape. `rng` is a random
# generator, for example `np.random.default_rng(7)`: whoever starts from the same number draws the same
# weights. Here are two initializers; run the cell and look at the weights they make. In the drawings a line
# is a weight: blue is positive, orange negative, and a wide line is a large weight.


# %% shown="look_around"
def equal(shape, rng):
    """Every weight is 0.5."""
    return np.full(shape, 0.5)


def spread(std):
    """An initializer: random weights around 0 (normal, with standard deviation `std`)."""
    return lambda shape, rng: std * rng.standard_normal(shape)


look_network = initlab.Network((2, 10, 1), "tanh", output="sigmoid")
look_weights = look_network.initialize(spread(1.0), np.random.default_rng(7))
print("kernel of the first layer, one column per unit:")
print(look_weights.kernels[0][0].round(2))
_, look_axes = plt.subplots(1, 2, figsize=(12, 4.6), layout="constrained")
for look_panel, (look_title, look_start) in zip(
    look_axes, {"all weights equal": equal, "random weights": spread(1.0)}.items(), strict=True
):
    initlab.pictures.network_diagram(
        look_network,
        look_network.initialize(look_start, np.random.default_rng(7)),
        title=look_title,
        axes=look_panel,
    )
plt.show()

# %% [markdown]
# ## Q1: Why care?
#
# ### How many units does a layer really have?
#
# In the left drawing above, all hidden units have the same weights. They compute the same thing, get the
# same gradient, and change in the same way: ten units, worth one. So a layer's worth is the number of its
# *different* units.
#
# **Your task.** `distinct_units(kernel)` returns how many different units a kernel of shape
# `(fan_in, fan_out)` has. A unit is a **column**. Computers round, so "the same" needs a tolerance:
#
# * two units are the same if **none** of their weights differ by more than `1e-6` times the largest
#   `|weight|` in the whole kernel;
# * so a kernel of zeros has one unit: all its columns are the same.
#
# (Could A be the same as B, and B the same as C, but A not the same as C? By this rule, yes. Such chains do not
# occur here: the units of all our kernels either agree far better than this limit, or differ far more. So you may
# also divide by the largest `|weight|`, round to six decimals, and compare. Kernels are NumPy arrays without `nan`.)
#
# For example, the kernel `[[1, 2, 1], [3, 4, 3]]` has columns (1, 3), (2, 4), (1, 3): `distinct_units`
# returns 2.


# %% stub="distinct_units"
def distinct_units(kernel):
    """How many different columns a kernel (fan_in, fan_out) has, up to 1e-6 of its largest weight."""
    ### BEGIN SOLUTION
    tolerance = 1e-6 * np.abs(kernel).max()
    different = []
    for unit in kernel.T:
        if not any(np.abs(unit - other).max() <= tolerance for other in different):
            different.append(unit)
    return len(different)
    ### END SOLUTION


# %% check="distinct_units" points=2
selfcheck.distinct_units(distinct_units)

# %% [markdown]
# ### How fast does it learn?
#
# To compare two starts, fix a level for the loss and ask how many epochs each needs to get there.
#
# **Your task.** `epochs_to_reach(losses, level)` gets a one-dimensional array: `losses[0]` is the loss
# before training, `losses[e]` after `e` epochs. It returns the first epoch at which the loss is **at or
# below** the level (0 if it is there before training), and `None` if it never gets there. A loss above the level
# has not reached it, however close it is. The loss may rise again later; that does not matter. A training that
# explodes leaves losses that are `nan`, "not a number". Wherever they stand, those are not below any level; their
# epochs count like any others.
#
# For example `epochs_to_reach(np.array([0.9, 0.6, 0.4, 0.5]), 0.5)` is 2.


# %% stub="epochs_to_reach"
def epochs_to_reach(losses, level):
    """The first epoch whose loss is at most `level`; None if there is none. losses[0] is before training."""
    ### BEGIN SOLUTION
    for epoch, loss in enumerate(losses):
        if loss <= level:
            return epoch
    return None
    ### END SOLUTION


# %% check="epochs_to_reach" points=2
selfcheck.epochs_to_reach(epochs_to_reach)

# %% [markdown]
# ### The experiment: different starts, everything else the same
#
# A comparison is fair if only *one* thing differs. So every network here gets the same batches in the same
# order: a **paired** comparison. Otherwise a lucky order could make a bad start look good.
#
# **Your task.** `compare_convergence(initializers, network, data, level, rng)` gets a dict
# `{name: initializer}`. It
#
# 1. draws **one** order with `initlab.draw_order(len(data), EPOCHS, rng)`, which all trainings use (each epoch in
#    it has its own);
# 2. for each initializer, makes new weights with `network.initialize(initializer, rng)` and trains them
#    with `initlab.train` on all of `data`: `EPOCHS` epochs, batches of `BATCH_SIZE`, the optimizer
#    `initlab.SGD(LEARNING_RATE)` (plain stochastic gradient descent), the order of step 1;
# 3. returns a dict with an entry for each name, which is a dict again:
#
# | key | value |
# |---|---|
# | `"run"` | what `initlab.train` returned |
# | `"epochs"` | how many epochs this run needed to reach `level` (your `epochs_to_reach`) |
# | `"distinct_units"` | different units of the **first** layer's kernel in this run, **after** training (your `distinct_units`) |
#
# All random numbers come from the one `rng`, which goes on from draw to draw; do not copy it or set it back. (A generator
# that comes out of it, by `rng.spawn` or with a seed drawn from it, is as good.) Whether it draws the order or the
# weights first, and in which sequence the initializers come, is yours to choose. A network
# may have several hidden layers. No training here ends in `nan`. Entries besides these three do no harm.
#
# The answer has this form:
#
# ```python
# {
#     "equal": {"run": Run(…), "epochs": None, "distinct_units": 1},
#     "random": {"run": Run(…), "epochs": 12, "distinct_units": 10},
# }
# ```

# %% given="training_plan"
EPOCHS = 40
BATCH_SIZE = 20
LEARNING_RATE = 0.5


# %% stub="compare_convergence"
def compare_convergence(initializers, network, data, level, rng):
    """Train from each initializer on the same batches: {name: {"run", "epochs", "distinct_units"}}."""
    ### BEGIN SOLUTION
    order = initlab.draw_order(len(data), EPOCHS, rng)
    results = {}
    for name, initializer in initializers.items():
        run = initlab.train(
            network,
            network.initialize(initializer, rng),
            data,
            epochs=EPOCHS,
            batch_size=BATCH_SIZE,
            optimizer=initlab.SGD(LEARNING_RATE),
            order=order,
        )
        results[name] = {
            "run": run,
            "epochs": epochs_to_reach(run.losses[0], level),
            "distinct_units": distinct_units(run.weights.kernels[0][0]),
        }
    return results
    ### END SOLUTION


# %% check="compare_convergence" points=4
selfcheck.compare_convergence(compare_convergence)

# %% [markdown]
# ### Try it
#
# Points in a plane, of two classes: a U, and a blob between its arms. No straight line separates them, so
# the hidden units must share the work. The pictures show:
#
# * **left:** the loss, epoch by epoch, for four starts (with one hidden layer, even large weights do little
#   harm);
# * **middle:** what the network with equal weights has learned. Ten units, one straight line;
# * **right:** the *loss surface* of a deeper network, a map of its loss over its weights (of all their
#   directions, the two in which the trainings moved most; each marker is an epoch). Dark is a high loss.
#   Training walks downhill, and where it ends depends on where it starts: from medium weights it goes down
#   into the valley. Tiny weights start on flat ground and stay there. Large ones start on a steep slope:
#   their first steps are so long that they overshoot the valley and land on a plain with the loss of
#   guessing ($\log_{10} 0.69 = -0.16$), where nothing moves any more.
#
# > **You may have read that** bad first weights get a network "stuck in local minima", valleys with higher
# > ground all around. Look where the equal units end up: after 2000 more epochs, with all samples in one batch,
# > they rest at a loss of 0.49, and the gradient is nearly 0. Now shift each weight by about a thousandth. The
# > units differ, and the same training goes on down to 0.01. So there was a way down all the time, and equal
# > units could not take it: this is no valley but a *saddle*. The plain of the large weights is no valley
# > either; it is flat. Places where training stops are real; a local minimum is only one kind of them.

# %% shown="try_convergence"
u_data = initlab.u_shape(200, np.random.default_rng(1))
u_network = initlab.Network((2, 10, 1), "tanh", output="sigmoid")
starts = {
    "all 0.5": equal,
    "tiny (0.01)": spread(0.01),
    "medium (1)": spread(1.0),
    "large (10)": spread(10.0),
}
comparison = compare_convergence(starts, u_network, u_data, 0.2, np.random.default_rng(2))
print(f"{'start':14}{'epochs to a loss of 0.2':>26}{'distinct units':>18}")
for name, found in comparison.items():
    reached = "never" if found["epochs"] is None else found["epochs"]
    print(f"{name:14}{reached:>26}{found['distinct_units']:>18}")

deep_network = initlab.Network((2, 10, 10, 10, 1), "relu", output="sigmoid")
paths = {
    name: initlab.train(
        deep_network,
        deep_network.initialize(spread(std), np.random.default_rng(3)),
        u_data,
        epochs=EPOCHS,
        batch_size=BATCH_SIZE,
        optimizer=initlab.SGD(LEARNING_RATE),
        rng=np.random.default_rng(2),
        keep_path=True,
    ).path
    for name, std in {"tiny (0.01)": 0.01, "medium (0.5)": 0.5, "large (1.6)": 1.6}.items()
}
_, panels = plt.subplots(1, 3, figsize=(18, 4.8), layout="constrained")
initlab.pictures.loss_curves(
    {name: found["run"].losses for name, found in comparison.items()},
    log=True,
    title="How fast four starts learn",
    axes=panels[0],
)
equal_weights = comparison["all 0.5"]["run"].weights
initlab.pictures.decision_boundary(
    lambda x: u_network.forward(equal_weights, x).outputs[0],
    u_data,
    title="Learned from equal weights",
    axes=panels[1],
)
initlab.pictures.loss_surface(
    deep_network, paths, u_data, title="Three walks on a loss surface (3 hidden ReLU layers)", axes=panels[2]
)
plt.show()

# %% [markdown]
# ### Q1 in words (2 points)
#
# In three to six sentences: why do the first weights matter? Explain with what you measured (a) why equal
# units stay equal however long you train, and (b) what the *size* of random weights changes. Then: does a
# careful start make each epoch of training slower?

# %% [markdown] explain="q1_words" points=2
# ### BEGIN SOLUTION
# **Model answer.** Training changes weights step by step from where they start, so the start decides
# whether and how fast it gets anywhere. Units of a layer that start with equal weights compute the same
# activation and receive the same gradient at every step, so they stay copies of each other for ever (1
# distinct unit of 10, and a loss that never reaches the level): more epochs or more units do not help;
# different first weights do. The size matters too: tiny weights pass on tiny signals and gradients, so
# learning starts late (33 epochs instead of 5 to reach 0.2); on deeper networks weights that are too large
# saturate units or make gradients explode. An epoch costs the same whatever the weights are: an initializer
# runs once, before training; what changes is the number of epochs.
#
# **Rubric.** 1 point: equal units get equal gradients and stay equal (the mechanism, not just "bad"). Half
# a point: the size of the weights changes the speed, with a number or comparison from the experiment. Half
# a point: the cost per epoch is unchanged.
#
# **Take off half a point each for:** "careful schemes such as Xavier or He cost more compute" (they run
# once); "zero (or equal) weights are fine with ReLU" (with zeros ReLU never moves at all); "zero weights
# are used for frozen layers" (a frozen layer of zeros passes on nothing; frozen layers hold trained
# weights).
#
# **Take off nothing for:** "the start can decide how well the trained network does on new data". It is true,
# and Part 3 shows a measurement; it is not what was measured here, and earns no point by itself.
# ### END SOLUTION

# %% [markdown]
# ## Q2: What goes wrong?
#
# ### Saturated and dead units
#
# A unit learns through the slope of its activation function: where the function is flat, the slope is
# (nearly) 0, and almost no gradient gets through. That is called **saturation**. For tanh and sigmoid it
# comes and goes with the sample. A ReLU unit is in real trouble when it is on its flat side, with
# activation 0, for **every** sample: then no sample can move it, and it is called **dead**.
#
# **Your task.** `saturated_fraction(activations, kind)` gets the activations of one layer, an array
# `(samples, units)` of values *after* the function, and the function's name. It returns a number from 0 to
# 1:
#
# | `kind` | fraction of | that are |
# |---|---|---|
# | `"tanh"` | all values in the table | above 0.99 or below -0.99 |
# | `"sigmoid"` | all values in the table | above 0.99 or below 0.01 |
# | `"relu"` | the **units** (columns) | 0 for every sample |
#
# Above and below are meant strictly: a value exactly at a limit is not beyond it. A unit that is small for every
# sample, or 0 for all samples but one, is not dead. `kind` is one of these three.
#
# For example, for the table `[[0, 2, 0], [0, 0, 5]]` (two samples, three units) and `"relu"` it is 1/3:
# only the first unit is dead.


# %% stub="saturated_fraction"
def saturated_fraction(activations, kind):
    """The fraction of saturated values ("tanh", "sigmoid") or dead units ("relu") in (samples, units)."""
    ### BEGIN SOLUTION
    if kind == "tanh":
        return np.mean(np.abs(activations) > 0.99)
    if kind == "sigmoid":
        return np.mean((activations > 0.99) | (activations < 0.01))
    return np.mean(np.all(activations == 0, axis=0))
    ### END SOLUTION


# %% check="saturated_fraction" points=2
selfcheck.saturated_fraction(saturated_fraction)

# %% [markdown]
# ### How strong is the gradient in each layer?
#
# On its way back from the loss to the first layer, the gradient is multiplied in every layer. Multiply by
# 0.1 ten times and nothing is left (it **vanishes**); multiply by 10 ten times and it is huge (it
# **explodes**). To see this, boil the gradient of each kernel down to one number, its length. It is called
# the *Frobenius norm*: the square root of the sum of the squares of all its entries.
#
# **Your task.** `gradient_norms(network, weights, inputs, labels)` returns a one-dimensional array with the
# norm of the gradient of each **kernel**, first layer first, output layer last. The gradient is that of the
# loss over all of `inputs`. (No biases. `weights` holds one network: the answer has no axis for the replica. All norms
# are finite, some are tiny.)
#
# For a network with three kernels the answer has the form `array([0.42, 0.37, 0.51])`. The norm of
# `[[3, 0], [0, 4]]` is 5. (`np.linalg.norm(table)` computes it, or write out the formula.)


# %% stub="gradient_norms"
def gradient_norms(network, weights, inputs, labels):
    """The Frobenius norm of the loss's gradient for each layer's kernel, (layers,), first layer first."""
    ### BEGIN SOLUTION
    gradients = network.gradients(weights, inputs, labels)
    return np.array([np.sqrt(np.sum(kernel[0] ** 2)) for kernel in gradients.kernels])
    ### END SOLUTION


# %% check="gradient_norms" points=3
selfcheck.gradient_norms(gradient_norms)

# %% [markdown]
# ### The experiment: a diagnosis
#
# **Your task.** `diagnose(network, weights, data)` examines one untrained network and returns one word. Go
# through this list from the top; the **first** line that is true is the diagnosis:
#
# | | word | when |
# |---|---|---|
# | 1 | `"symmetric"` | in **some hidden** layer, all units have the same weights (`distinct_units` of its kernel is 1) |
# | 2 | `"saturated"` | in **some hidden** layer, `saturated_fraction` is above 0.5 |
# | 3 | `"vanishing"` | the gradient norm of the **first** kernel is below 0.001 |
# | 4 | `"exploding"` | the gradient norm of the **first** kernel is above 1000 |
# | 5 | `"healthy"` | none of these |
#
# "Some" means at least one, whichever it is (a network with a saturated first and a symmetric second layer is
# symmetric); the output layer is not hidden. Above and below are meant strictly: a fraction of exactly 0.5 is not
# above it. (No gradient norm here lies exactly at a limit, and all are finite.) Activations and gradients are those
# for all of `data`.
#
# Why the first kernel? It is the farthest from the loss. Why these limits? With inputs of about size 1 and
# the losses used here, a healthy gradient is roughly of size 1.
#
# The kernels of the hidden layers are `weights.kernels[:-1]`, their activations `trace.activations[:-1]`
# (the last one is the output layer's), and their activation function is called `network.hidden.name`. All
# networks here have `"tanh"`, `"sigmoid"` or `"relu"` hidden layers with at least two units.


# %% stub="diagnose"
def diagnose(network, weights, data):
    """ "symmetric", "saturated", "vanishing", "exploding" or "healthy": the first that is true."""
    ### BEGIN SOLUTION
    if any(distinct_units(kernel[0]) == 1 for kernel in weights.kernels[:-1]):
        return "symmetric"
    hidden = network.forward(weights, data.inputs).activations[:-1]
    if any(saturated_fraction(layer[0], network.hidden.name) > 0.5 for layer in hidden):
        return "saturated"
    first = gradient_norms(network, weights, data.inputs, data.labels)[0]
    if first < 1e-3:
        return "vanishing"
    if first > 1e3:
        return "exploding"
    return "healthy"
    ### END SOLUTION


# %% check="diagnose" points=4
selfcheck.diagnose(diagnose)

# %% [markdown]
# ### Try it
#
# Networks with 10 hidden layers of 64 units look at handwritten digits, before any training. Each picture
# shows the gradient norm of every kernel for three sizes of the weights (`spread(std)`). Mind the axis:
# each line on it is a power of ten.
#
# * **tanh:** tiny weights make the gradient vanish. Large ones (std 1) saturate most units, about 7 in 10; the
#   few that are not carry a gradient that the large weights blow up.
# * **ReLU:** nothing stops a signal from growing, so large weights make it explode.
#
# The last picture shows the dead units of ReLU networks whose biases start at 0 or below it. A negative
# bias pushes pre-activations to the flat side. At a bias of -10 all units are dead with weights of std 0.15.
# Weights of std 1 send larger sums against the same bias, and hardly any unit is dead (1.6 % in the first hidden
# layer, none in the second). But such weights explode in a deeper network: the better cure is a bias of 0.
#
# > **You may have read that** large weights make gradients *vanish* with tanh, because units saturate. That is
# > half of it. Each saturated unit passes on next to nothing, and the few others make up for it and more: in
# > the first picture, at std 1, the gradient grows from 1.01 at the last kernel to 851 at the first. Most weights
# > hardly move, some get wild steps; both are bad. Your `diagnose` says "saturated", for that comes first in
# > its list.
# >
# > **You may also have read that** with small weights gradients vanish *less* with ReLU than with tanh, because
# > tanh is "flat around zero". At std 0.02 the first kernel's gradient is 1.7e-8 with tanh and 1.9e-10 with ReLU:
# > *more* is lost with ReLU. tanh is flat far from 0; at 0 its slope is 1, the largest it has. For small signals
# > it is a straight line, while ReLU still cuts off half. ReLU's slope of 1 helps where tanh would saturate, with
# > large signals.

# %% shown="try_diagnosis"
digits = initlab.standardize(initlab.digits())[0].take(np.arange(200))
widths = (64, *[64] * 10, 10)
sizes = {"tiny (0.02)": 0.02, "medium (0.15)": 0.15, "large (1)": 1.0}
_, panels = plt.subplots(1, 3, figsize=(18, 4.8), layout="constrained")
for panel, kind in zip(panels, ("tanh", "relu"), strict=False):
    deep = initlab.Network(widths, kind)
    norms = {}
    for name, std in sizes.items():
        deep_weights = deep.initialize(spread(std), np.random.default_rng(4))
        norms[f"{name}: {diagnose(deep, deep_weights, digits)}"] = gradient_norms(
            deep, deep_weights, digits.inputs, digits.labels
        )
    initlab.pictures.layer_ladder(
        norms, ylabel="gradient norm of the kernel", title=f"{kind}, 10 hidden layers", axes=panel
    )

relu_network = initlab.Network((64, 64, 64, 10), "relu")
relu_weights = relu_network.initialize(spread(0.15), np.random.default_rng(4))
shifts = np.arange(0, -11, -1)
dead = []
for shift in shifts:
    shifted = initlab.Weights(relu_weights.kernels, tuple(b + shift for b in relu_weights.biases))
    dead.append(
        [saturated_fraction(a[0], "relu") for a in relu_network.forward(shifted, digits.inputs).activations[:-1]]
    )
panels[2].plot(shifts, np.array(dead), marker="o", label=["hidden layer 1", "hidden layer 2"])
panels[2].set(xlabel="value of all biases", ylabel="fraction of dead units", title="Dead ReLU units")
panels[2].legend()
plt.show()

# %% [markdown]
# ### Q2 in words (2 points)
#
# In three to six sentences: how do gradients vanish, and how do they explode? Say what the size of the
# weights, the number of layers and the activation function each have to do with it. Then: what is a dead
# ReLU unit, and can the choice of first weights rule out that units die later, during training?

# %% [markdown] explain="q2_words" points=2
# ### BEGIN SOLUTION
# **Model answer.** On the way back, the gradient is multiplied in each layer by that layer's weights and by
# the slope of the activation function. If a layer on average shrinks it, it shrinks again in every layer,
# so it vanishes exponentially with depth (tiny weights; saturated units; sigmoid, whose slope is at most
# 1/4); if a layer on average enlarges it, it explodes (large weights, with ReLU, which never saturates for
# positive values). Large weights with tanh or sigmoid push the units into their flat parts, where the slope
# is near 0 (in the plots: the diagnosis is "saturated"); with tanh the few units that are not flat still carry
# a gradient that the large weights make grow (851 at the first kernel, 1.01 at the last). A dead ReLU unit is 0
# for every sample, so its gradient is 0 and it cannot recover by itself. A good start makes dead units rare at
# the beginning, but a large step or a negative bias during training can still kill a unit: initialization
# cannot rule it out.
#
# **Rubric.** 1 point: repeated multiplication through the layers, in both directions (small and large).
# Half a point: what the activation function adds (saturation, or sigmoid's slope; ReLU does not bound the
# signal). Half a point: a dead unit is 0 for all samples and has no gradient, and a start does not rule it
# out. For large weights with tanh, both "saturated units get hardly any gradient" and "the first kernel's
# gradient grows" are right.
#
# **Take off half a point each for:** "He initialization prevents dying ReLU" (it keeps the signal's size;
# units can die in training); "vanishing gradients mean that the weights become 0"; "zero weights are fine
# with ReLU".
# ### END SOLUTION

# %% [markdown]
# ## Q3: Variance
#
# ### What one layer does to a signal
#
# How large may weights be? It can be computed. Measure the strength of a layer's signal by its **second
# moment** $q$: the mean of the *squares* of its activations. (The variance would first subtract the mean.
# ReLU's activations are never negative, so their mean is not 0, and the next layer feels all of $a$, not
# only its deviation from the mean. It is the second moment that counts.)
#
# Let the weights be random and independent, with mean 0 and variance $v$, and the biases 0. A
# pre-activation adds up fan_in products $w \cdot a$. Each product has mean 0 and mean square $v \cdot q$. In
# the square of their sum, a product of two *different* ones is as often positive as negative and averages to
# 0, because their weights are independent. Only the squares are left, and they add up:
#
# $$\text{mean of } z^2 = \text{fan\_in} \cdot v \cdot q$$
#
# Then comes the activation function:
#
# * **linear** leaves $z$ as it is, so this is already the new $q$.
# * **ReLU** sets the negative $z$ to 0. With weights that are as often positive as negative, that is half
#   of all $z$, on average with half of the squares. The new $q$ is **half** of the mean of $z^2$.
#
# **Your task.** `predicted_second_moments(widths, weight_variance, activation)` returns the predicted $q$
# after each layer. `widths` is a tuple of the units per layer, the input first: `(100, 300, 50)` means 100 inputs, a
# layer of 300 units, a layer of 50. The input has $q = 1$ and is not part of the answer: two numbers here.
# The weight variance is the same in all layers; `activation` is `"linear"` or `"relu"`, used in **every**
# layer. Return a one-dimensional array.
#
# For example `predicted_second_moments((4, 3, 2), 0.5, "linear")` is `array([2., 3.])`: first 4 · 0.5 · 1,
# then 3 · 0.5 · 2.


# %% stub="predicted_second_moments"
def predicted_second_moments(widths, weight_variance, activation):
    """The expected second moment after each layer, (layers,), for an input with second moment 1."""
    ### BEGIN SOLUTION
    kept = 0.5 if activation == "relu" else 1.0
    q = 1.0
    moments = []
    for fan_in in widths[:-1]:
        q = kept * fan_in * weight_variance * q
        moments.append(q)
    return np.array(moments)
    ### END SOLUTION


# %% check="predicted_second_moments" points=3
selfcheck.predicted_second_moments(predicted_second_moments)

# %% [markdown]
# ### Measure it
#
# A prediction is worth something once it has been tested. Theory speaks of an average over all random
# weights; a single network strays from it. So here `weights` holds **many replicas** of the network, and
# you measure each one.
#
# **Your task.** `measured_second_moments(network, weights, inputs)` returns an array
# `(replicas, hidden layers)`: for each replica and each **hidden** layer, the mean of the squared
# activations over all samples and units. (Not the output layer: it has another activation function.)
# `network.forward(weights, inputs).activations[l]` has the shape `(replicas, samples, units)`. There is at least one
# replica and one hidden layer, and the answer always has both axes.
#
# For 2 replicas of a network with 3 hidden layers, the answer has the form
# `array([[0.98, 1.03, 0.91], [1.01, 0.95, 1.2]])`.


# %% stub="measured_second_moments"
def measured_second_moments(network, weights, inputs):
    """The mean of squared activations of each replica in each hidden layer, (replicas, hidden layers)."""
    ### BEGIN SOLUTION
    hidden = network.forward(weights, inputs).activations[:-1]
    return np.stack([np.mean(layer**2, axis=(1, 2)) for layer in hidden], axis=1)
    ### END SOLUTION


# %% check="measured_second_moments" points=2
selfcheck.measured_second_moments(measured_second_moments)

# %% [markdown]
# ### The weight variance that keeps the signal
#
# A signal that keeps its strength in each layer can pass through any number of them.
#
# **Your task.** `steady_variance(fan_in, activation)` returns the weight **variance** $v$ with which a
# layer's $q$ is the same after it as before it, for `"linear"` and `"relu"`. Take the two formulas above
# and solve for $v$. Return one number.


# %% stub="steady_variance"
def steady_variance(fan_in, activation):
    """The weight variance that keeps the second moment constant through a layer, for "linear" or "relu"."""
    ### BEGIN SOLUTION
    return (2.0 if activation == "relu" else 1.0) / fan_in
    ### END SOLUTION


# %% check="steady_variance" points=2
selfcheck.steady_variance(steady_variance)

# %% [markdown]
# ### Try it
#
# 20 networks with 20 hidden layers of 100 units each: solid lines are your measurements (the median
# network, and a band with 80 % of them), dashed lines your predictions. With your `steady_variance` the
# line is level. With half of it, or twice, $q$ is multiplied by the same factor in every layer: a straight
# line on this axis, on which each step is a factor. Note how the band widens with depth: even with
# the right variance a single network strays from the average.

# %% shown="try_variance"
signal = np.random.default_rng(5).standard_normal((100, 100))
_, panels = plt.subplots(1, 2, figsize=(13, 4.8), layout="constrained")
for panel, kind in zip(panels, ("linear", "relu"), strict=True):
    deep = initlab.Network((100, *[100] * 20, 2), kind, output="linear")
    measured, predicted = {}, {}
    for name, factor in {"half of it": 0.5, "steady variance": 1.0, "twice": 2.0}.items():
        v = factor * steady_variance(100, kind)
        many = deep.initialize(spread(np.sqrt(v)), np.random.default_rng(6), replicas=20)
        measured[name] = measured_second_moments(deep, many, signal)
        predicted[name] = predicted_second_moments(deep.widths[:-1], v, kind)
    initlab.pictures.layer_ladder(measured, predicted=predicted, ylabel="second moment q", title=kind, axes=panel)
plt.show()

# %% [markdown]
# ### Q3 in words (2 points)
#
# In three to six sentences: why must the variance of the weights depend on fan_in, and why does ReLU need
# another variance than a linear layer? What happens in a network of 30 layers if the variance is half of
# what it should be? Give the number.

# %% [markdown] explain="q3_words" points=2
# ### BEGIN SOLUTION
# **Model answer.** A unit adds up fan_in products, so the mean square of its pre-activation is fan_in times
# the weight variance times that of the incoming signal: the more inputs, the smaller each weight must be,
# and v = 1/fan_in keeps a linear layer's signal. ReLU sets half of the pre-activations to 0 and with them
# half of the second moment; twice the variance, 2/fan_in, makes up for it. With half the right variance
# every layer halves the second moment: after 30 layers it is 2^-30, about 1e-9 (and the activations are
# smaller by 2^-15, about 3e-5), so there is hardly a signal left, and the gradient vanishes with it.
#
# **Rubric.** 1 point: a sum of fan_in products, hence 1/fan_in. Half a point: ReLU keeps half of the second
# moment, hence the 2. Half a point: 2^-30 (or about 1e-9; or 2^-15 when said of the activations' size).
#
# **Take off half a point each for:** giving over- or underfitting as the *reason* for 1/fan_in (that confuses
# the weights' variance with another one, of predictions between data sets); confusing variance with standard
# deviation (std = 2/fan_in); "a larger variance is always faster"; "He prevents dying ReLU". Take off nothing for
# "networks from much too large weights do worse on new data": they do (Part 3).
# ### END SOLUTION
