# "uniform within ...": the normal (truncated) versions of Xavier and He, of the same variance
def build_model(initializer, seed, widths=(4, 64, 64, 3)):
    makers = {
        "zeros": lambda s: keras.initializers.Zeros(),
        "random": lambda s: keras.initializers.RandomUniform(-0.05, 0.05, seed=s),
        "xavier": lambda s: keras.initializers.GlorotNormal(seed=s),
        "he": lambda s: keras.initializers.HeNormal(seed=s),
    }
    if initializer not in makers:
        raise ValueError(initializer)
    model = keras.Sequential([keras.Input((widths[0],))])
    for i, units in enumerate(widths[1:]):
        activation = "softmax" if i == len(widths) - 2 else "relu"
        model.add(keras.layers.Dense(units, activation=activation, kernel_initializer=makers[initializer](seed + i)))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
