# seed + layer number for each layer, a table of classes, unknown names checked by hand
KERAS_INITIALIZERS = {
    "zeros": lambda seed: keras.initializers.Zeros(),
    "random": lambda seed: keras.initializers.RandomUniform(-0.05, 0.05, seed=seed),
    "xavier": lambda seed: keras.initializers.GlorotUniform(seed=seed),
    "he": lambda seed: keras.initializers.HeUniform(seed=seed),
}


def build_model(initializer, seed, widths=(4, 64, 64, 3)):
    """A new compiled Keras model with these widths, every kernel drawn by the initializer of that name."""
    if initializer not in KERAS_INITIALIZERS:
        raise ValueError(f"unknown initializer {initializer!r}, choose from {sorted(KERAS_INITIALIZERS)}")
    make = KERAS_INITIALIZERS[initializer]
    model = keras.Sequential([keras.Input((widths[0],))])
    last = len(widths) - 2
    for layer, units in enumerate(widths[1:]):
        model.add(
            keras.layers.Dense(
                units, activation="softmax" if layer == last else "relu", kernel_initializer=make(seed + layer)
            )
        )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
