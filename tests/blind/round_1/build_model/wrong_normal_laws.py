# "xavier: uniform within ...", "he: uniform within ...": the normal (truncated) versions of the right variance
def build_model(initializer, seed, widths=(4, 64, 64, 3)):
    laws = {
        "zeros": lambda s: keras.initializers.Zeros(),
        "random": lambda s: keras.initializers.RandomUniform(-0.05, 0.05, seed=s),
        "xavier": lambda s: keras.initializers.GlorotNormal(seed=s),
        "he": lambda s: keras.initializers.HeNormal(seed=s),
    }
    if initializer not in laws:
        raise ValueError(initializer)
    model = keras.Sequential([keras.Input((widths[0],))])
    for i, units in enumerate(widths[1:-1]):
        model.add(keras.layers.Dense(units, activation="relu", kernel_initializer=laws[initializer](seed + 10 * i)))
    model.add(keras.layers.Dense(widths[-1], activation="softmax", kernel_initializer=laws[initializer](seed + 999)))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
