# the seeds of the layers are hashed from (seed, layer) by NumPy's SeedSequence; match statement
def layer_seed(seed, layer):
    return int(np.random.SeedSequence([seed, layer]).generate_state(1)[0]) % (2**31 - 1)


def law_of(name, seed):
    match name:
        case "zeros":
            return "zeros"
        case "random":
            return keras.initializers.RandomUniform(seed=seed)
        case "xavier":
            return keras.initializers.GlorotUniform(seed)
        case "he":
            return keras.initializers.HeUniform(seed)
    raise ValueError(f"no initializer is called {name!r}")


def build_model(initializer, seed, widths=(4, 64, 64, 3)):
    """A new compiled Keras model with these widths, every kernel drawn by the initializer of that name."""
    n = len(widths) - 1
    model = keras.Sequential(
        [keras.Input((widths[0],))]
        + [
            keras.layers.Dense(
                widths[k],
                activation=["relu", "softmax"][k == n],
                kernel_initializer=law_of(initializer, layer_seed(seed, k)),
            )
            for k in range(1, n + 1)
        ]
    )
    model.compile(optimizer=keras.optimizers.Adam(), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
