# one SeedGenerator shared by all layers (it goes on), the functional API, objects for optimizer, loss and metric
def build_model(initializer, seed, widths=(4, 64, 64, 3)):
    if initializer not in ("zeros", "random", "xavier", "he"):
        raise ValueError(f"unknown initializer {initializer!r}")
    generator = keras.random.SeedGenerator(int(seed))

    def kernel():
        if initializer == "zeros":
            return keras.initializers.Zeros()
        if initializer == "random":
            return keras.initializers.RandomUniform(minval=-0.05, maxval=0.05, seed=generator)
        if initializer == "xavier":
            return keras.initializers.GlorotUniform(seed=generator)
        return keras.initializers.HeUniform(seed=generator)

    inputs = keras.Input((widths[0],))
    x = inputs
    for units in widths[1:-1]:
        x = keras.layers.Dense(units, activation="relu", kernel_initializer=kernel())(x)
    outputs = keras.layers.Dense(widths[-1], activation="softmax", kernel_initializer=kernel())(x)
    model = keras.Model(inputs, outputs)
    model.compile(
        optimizer=keras.optimizers.Adam(),
        loss=keras.losses.SparseCategoricalCrossentropy(),
        metrics=[keras.metrics.SparseCategoricalAccuracy(name="accuracy")],
    )
    return model
