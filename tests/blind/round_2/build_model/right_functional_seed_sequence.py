# functional API, activations as layers of their own, layer seeds from NumPy's SeedSequence, KeyError for other names
def build_model(initializer, seed, widths=(4, 64, 64, 3)):
    make = {
        "zeros": lambda s: keras.initializers.Zeros(),
        "random": lambda s: keras.initializers.RandomUniform(-0.05, 0.05, s),
        "xavier": lambda s: keras.initializers.GlorotUniform(s),
        "he": lambda s: keras.initializers.HeUniform(s),
    }[initializer]
    seeds = [int(s) % (2**31) for s in np.random.SeedSequence(seed).generate_state(len(widths) - 1)]
    inputs = x = keras.Input((widths[0],))
    for n, s in zip(widths[1:-1], seeds):
        x = keras.layers.Dense(n, kernel_initializer=make(s))(x)
        x = keras.layers.ReLU()(x)
    x = keras.layers.Dense(widths[-1], kernel_initializer=make(seeds[-1]), bias_initializer="zeros")(x)
    outputs = keras.layers.Softmax()(x)
    model = keras.Model(inputs, outputs)
    model.compile(keras.optimizers.Adam(1e-3), "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
