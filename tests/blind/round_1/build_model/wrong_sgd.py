# "Compile it with Adam": stochastic gradient descent
def build_model(initializer, seed, widths=(4, 64, 64, 3)):
    generator = keras.random.SeedGenerator(seed)
    laws = {
        "zeros": keras.initializers.Zeros(),
        "random": keras.initializers.RandomUniform(-0.05, 0.05, seed=generator),
        "xavier": keras.initializers.GlorotUniform(seed=generator),
        "he": keras.initializers.HeUniform(seed=generator),
    }
    if initializer not in laws:
        raise ValueError(initializer)
    k = laws[initializer]
    hidden = [keras.layers.Dense(u, activation="relu", kernel_initializer=k) for u in widths[1:-1]]
    head = keras.layers.Dense(widths[-1], activation="softmax", kernel_initializer=k)
    model = keras.Sequential([keras.Input((widths[0],)), *hidden, head])
    model.compile(optimizer="sgd", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
