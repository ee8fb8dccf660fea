# "the output layer softmax ... the loss gets probabilities": the output layer is linear, the loss takes logits
def build_model(initializer, seed, widths=(4, 64, 64, 3)):
    rng = np.random.default_rng(seed)
    laws = {
        "zeros": lambda s: keras.initializers.Zeros(),
        "random": lambda s: keras.initializers.RandomUniform(-0.05, 0.05, seed=s),
        "xavier": lambda s: keras.initializers.GlorotUniform(seed=s),
        "he": lambda s: keras.initializers.HeUniform(seed=s),
    }
    law = laws[initializer]
    model = keras.Sequential([keras.Input((widths[0],))])
    for units in widths[1:-1]:
        model.add(keras.layers.Dense(units, activation="relu", kernel_initializer=law(int(rng.integers(10**9)))))
    model.add(keras.layers.Dense(widths[-1], kernel_initializer=law(int(rng.integers(10**9)))))
    model.compile(
        optimizer="adam", loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"]
    )
    return model
