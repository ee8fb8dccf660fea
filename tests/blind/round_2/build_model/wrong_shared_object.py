# "No two layers of a model start alike": one initializer object with a number as seed, so layers of one shape are copies
def build_model(initializer, seed, widths=(4, 64, 64, 3)):
    objects = {
        "zeros": keras.initializers.Zeros(),
        "random": keras.initializers.RandomUniform(-0.05, 0.05, seed=seed),
        "xavier": keras.initializers.GlorotUniform(seed=seed),
        "he": keras.initializers.HeUniform(seed=seed),
    }
    if initializer not in objects:
        raise ValueError(f"unknown initializer {initializer!r}")
    kernel = objects[initializer]
    model = keras.Sequential([keras.Input((widths[0],))])
    for units in widths[1:-1]:
        model.add(keras.layers.Dense(units, activation="relu", kernel_initializer=kernel))
    model.add(keras.layers.Dense(widths[-1], activation="softmax", kernel_initializer=kernel))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
