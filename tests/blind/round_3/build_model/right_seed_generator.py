# one keras.random.SeedGenerator shared by all layers (it goes on to other values); VarianceScaling; case-insensitive
def build_model(initializer, seed, widths=(4, 64, 64, 3)):
    """A new compiled Keras model with these widths, every kernel drawn by the initializer of that name."""
    generator = keras.random.SeedGenerator(seed)
    name = initializer.lower()
    if name == "zeros":
        law = keras.initializers.Constant(0.0)
    elif name == "random":
        law = keras.initializers.RandomUniform(minval=-0.05, maxval=0.05, seed=generator)
    elif name == "xavier":
        law = keras.initializers.VarianceScaling(1.0, mode="fan_avg", distribution="uniform", seed=generator)
    elif name == "he":
        law = keras.initializers.VarianceScaling(2.0, mode="fan_in", distribution="uniform", seed=generator)
    else:
        raise ValueError("initializer must be zeros, random, xavier or he, not " + initializer)

    model = keras.Sequential()
    model.add(keras.Input((widths[0],)))
    for units in widths[1:-1]:
        model.add(keras.layers.Dense(units, activation="relu", kernel_initializer=law))
    model.add(keras.layers.Dense(widths[-1], activation="softmax", kernel_initializer=law))
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=0.001),
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=False),
        metrics=["accuracy"],
    )
    return model
