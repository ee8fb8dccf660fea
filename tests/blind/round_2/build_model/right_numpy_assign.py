# draws the kernels in NumPy (the notebook's INITIALIZERS) and writes them into the built model with set_weights
def build_model(initializer, seed, widths=(4, 64, 64, 3)):
    if initializer not in INITIALIZERS_BY_NAME:
        raise ValueError("initializer must be zeros, random, xavier or he, not " + repr(initializer))
    draw = INITIALIZERS_BY_NAME[initializer]
    rng = np.random.default_rng([seed, 2024])
    model = keras.Sequential([keras.Input((widths[0],))])
    for units in widths[1:-1]:
        model.add(keras.layers.Dense(units, "relu"))
    model.add(keras.layers.Dense(widths[-1], "softmax"))
    for layer in model.layers:
        kernel, bias = layer.get_weights()
        layer.set_weights([draw(kernel.shape, rng), np.zeros_like(bias)])
    model.compile(optimizer="Adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def _uniform(limit):
    return lambda shape, rng: rng.uniform(-limit(*shape), limit(*shape), shape)


INITIALIZERS_BY_NAME = {
    "zeros": lambda shape, rng: np.zeros(shape),
    "random": _uniform(lambda a, b: 0.05),
    "xavier": _uniform(lambda a, b: (6 / (a + b)) ** 0.5),
    "he": _uniform(lambda a, b: (6 / a) ** 0.5),
}
