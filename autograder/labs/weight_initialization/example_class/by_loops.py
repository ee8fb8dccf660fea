# %%
ABOUT = "right, written one weight at a time, in float32, with Box and Muller's method"
BASE = "reference"
LOSES = {}
SAYS = ""


# %% stub="fans"
def fans(shape):
    fan_in, fan_out = shape[-2], shape[-1]
    for size in shape[:-2]:
        fan_in = fan_in * size
        fan_out = fan_out * size
    return [fan_in, fan_out]


# %% stub="zeros"
def zeros(shape, rng):
    return constant(shape, rng, 0)


# %% stub="he_normal"
def he_normal(shape, rng, negative_slope=0.0):
    count = 1
    for size in shape:
        count *= size
    variance = 2 / (fans(shape)[0] * (1 + negative_slope * negative_slope))
    radius = np.sqrt(-2 * variance * np.log(1 - rng.random(count)))
    angle = 2 * np.pi * rng.random(count)
    return (radius * np.cos(angle)).reshape(shape).astype("float32")


# %% stub="xavier_uniform"
def xavier_uniform(shape, rng):
    limit = (6 / sum(fans(shape))) ** 0.5
    weights = np.empty(shape, dtype=np.float32)
    for place in np.ndindex(*shape):
        weights[place] = (2 * rng.random() - 1) * limit
    return weights
