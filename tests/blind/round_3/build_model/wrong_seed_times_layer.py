# "No two layers of a model start from the same random numbers": seed * (i + 1) is 0 for all layers where seed is 0
def build_model(initializer, seed, widths=(4, 64, 64, 3)):
    """A new compiled Keras model with these widths, every kernel drawn by the initializer of that name."""
    classes = {
        "zeros": lambda seed: keras.initializers.Zeros(),
        "random": lambda seed: keras.initializers.RandomUniform(-0.05, 0.05, seed=seed),
        "xavier": lambda seed: keras.initializers.GlorotUniform(seed=seed),
        "he": lambda seed: keras.initializers.HeUniform(seed=seed),
    }
    if initializer not in classes:
        raise ValueError(initializer)
    model = keras.Sequential()
    model.add(keras.Input((widths[0],)))
    for i, units in enumerate(widths[1:]):
        activation = "relu" if i < len(widths) - 2 else "softmax"
        model.add(
            keras.layers.Dense(units, activation=activation, kernel_initializer=classes[initializer](seed * (i + 1)))
        )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
