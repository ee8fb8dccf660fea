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
# Before a network can learn, every weight needs a first value. In this part you write the nine classic ways to
# choose it, and see for yourself what each of them does to a network.
#
# **How it works.** Fill in each function where it says `raise NotImplementedError`. The grey cell under it is a
# self-check: it tells you at once whether you are on the right track. Your grade comes from more thorough checks
# with other inputs, so write the formula, not the numbers of the self-check.
#
# **An initializer** is a function that takes the *shape* of a kernel (a layer's weights) and a random generator,
# and returns an array of that shape:
#
# ```python
# weights = he_normal((300, 100), rng)     # rng = np.random.default_rng(7)
# ```
#
# | layer | shape of its kernel |
# |---|---|
# | dense | `(fan_in, fan_out)` |
# | convolution | `(height, width, channels_in, channels_out)` |
#
# Draw every random number from `rng` (for example `rng.normal(...)`, `rng.uniform(...)`), never from `np.random`:
# then the same generator gives the same weights, and an experiment can be repeated.

# %% given="setup"
import numpy as np
from initlab import selfcheck

# %% [markdown]
# ## Fans: how many inputs, how many outputs
#
# The right size of a weight depends on how many of them meet in one unit.
#
# * **fan_in** is the number of inputs that are added up in one unit.
# * **fan_out** is the number of units that one input feeds.
#
# For a dense kernel these are simply its two axes. A unit of a convolution looks at a window of
# `height × width` pixels in each of its `channels_in` channels, so `fan_in = height · width · channels_in`, and in the same
# way `fan_out = height · width · channels_out`.
#
# **Your task.** `fans(shape)` returns the pair `(fan_in, fan_out)`, for both kinds of shape.
# For example `fans((300, 100))` is `(300, 100)`.


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
# The simplest idea: start with all weights equal. Then all units of a layer compute the same thing, get the same
# gradient, and stay equal for ever: a layer of a hundred units is worth one. This is called the *symmetry* problem.
# (Biases are another matter: they may start at zero, because different weights already make the units different.)
#
# **Your task.** `zeros` returns weights that are all 0; `constant` returns weights that are all `value`.
# Both take `rng`, like every initializer, and do not need it. Weights are always floating point numbers.


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
# ## Q5: Random initialization
#
# Random weights break the symmetry: every unit starts as a different one. Two laws are usual, both centred on 0:
#
# $$w \sim \mathcal{N}(0, \sigma^2) \qquad\text{or}\qquad w \sim \mathcal{U}(-a, a)$$
#
# Mind the words: $\sigma$ is the *standard deviation*, $\sigma^2$ the *variance*. A uniform law on $(-a, a)$ has variance
# $a^2/3$, so its standard deviation is $a/\sqrt{3}$, smaller than its limit.
#
# **Your task.** `random_normal` draws from the normal law with standard deviation `std`; `random_uniform` draws
# evenly between `-limit` and `limit`.


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
# ## Q6: Xavier (Glorot) initialization
#
# A fixed spread cannot suit layers of every size: a unit adds up `fan_in` products, and the variance of that sum is
# `fan_in` times the variance of one. To keep the signal's variance from layer to layer, the weights' variance must be
# 1 / fan_in. On the way back the gradient adds up `fan_out` products, and asks for 1 / fan_out. Glorot and Bengio
# (2010, equation 12) take the compromise:
#
# $$\operatorname{Var}(w) = \frac{2}{\text{fan\_in} + \text{fan\_out}}$$
#
# as a normal law with that variance, or as a uniform law $\mathcal{U}(-a, a)$ with the same variance, where
#
# $$a = \sqrt{\frac{6}{\text{fan\_in} + \text{fan\_out}}}$$
#
# (The 6 is no mystery: $a^2/3$ must be $2/(\text{fan\_in} + \text{fan\_out})$.) It suits tanh and sigmoid.
#
# **Your task.** Write both. Use your `fans`.


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
# ## Q7: He initialization, and LeCun's
#
# ReLU sets every negative pre-activation to 0, and with it half of the signal's second moment. He et al. (2015,
# equations 10 and 15) make up for it with twice the variance; for a leaky ReLU with slope $s$ on the negative side a little less is lost:
#
# $$\operatorname{Var}(w) = \frac{2}{(1 + s^2)\,\text{fan\_in}}$$
#
# `negative_slope` is $s$; with $s = 0$ this is plain ReLU's $2/\text{fan\_in}$. The uniform law with the same variance has the limit
# $a = \sqrt{6 / ((1 + s^2)\,\text{fan\_in})}$.
#
# LeCun et al. (1998) derived $\operatorname{Var}(w) = 1/\text{fan\_in}$; it is what SELU needs.
#
# **Your task.** Write all three.


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
