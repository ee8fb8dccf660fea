# the plain loop; a table of classes, the seed of layer i is seed + i; KeyError for another name
def build_model(initializer, seed, widths=(4, 64, 64, 3)):
    make = {
        "zeros": lambda s: keras.initializers.Zeros(),
        "random": lambda s: keras.initializers.RandomUniform(-0.05, 0.05, seed=s),
        "xavier": lambda s: keras.initializers.GlorotUniform(seed=s),
        "he": lambda s: keras.initializers.HeUniform(seed=s),
    }[initializer]
    model = keras.Sequential()
    model.add(keras.Input((widths[0],)))
    for i, units in enumerate(widths[1:]):
        last = i == len(widths) - 2
        model.add(
            keras.layers.Dense(units, activation="softmax" if last else "relu", kernel_initializer=make(int(seed) + i))
        )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
