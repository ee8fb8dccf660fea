# one initializer object for all layers, with a keras.random.SeedGenerator that goes on
def build_model(initializer, seed, widths=(4, 64, 64, 3)):
    stream = keras.random.SeedGenerator(seed)
    known = {
        "zeros": lambda: keras.initializers.Zeros(),
        "random": lambda: keras.initializers.RandomUniform(minval=-0.05, maxval=0.05, seed=stream),
        "xavier": lambda: keras.initializers.GlorotUniform(seed=stream),
        "he": lambda: keras.initializers.HeUniform(seed=stream),
    }
    if initializer not in known:
        raise ValueError(f"{initializer!r} is none of {list(known)}")
    law = known[initializer]()
    *hidden, outputs = widths[1:]
    model = keras.Sequential(
        [keras.Input((widths[0],))]
        + [keras.layers.Dense(n, activation="relu", kernel_initializer=law) for n in hidden]
        + [keras.layers.Dense(outputs, activation="softmax", kernel_initializer=law)]
    )
    model.compile(optimizer=keras.optimizers.Adam(), loss=keras.losses.SparseCategoricalCrossentropy(), metrics=["accuracy"])
    return model
