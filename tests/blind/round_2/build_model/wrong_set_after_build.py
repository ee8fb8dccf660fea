# "The initializer is set too late": kernel_initializer assigned to layers that are built already
def build_model(initializer, seed, widths=(4, 64, 64, 3)):
    makers = {
        "zeros": lambda s: keras.initializers.Zeros(),
        "random": lambda s: keras.initializers.RandomUniform(-0.05, 0.05, seed=s),
        "xavier": lambda s: keras.initializers.GlorotUniform(seed=s),
        "he": lambda s: keras.initializers.HeUniform(seed=s),
    }
    if initializer not in makers:
        raise ValueError(initializer)
    keras.utils.set_random_seed(seed)
    model = keras.Sequential([keras.Input((widths[0],))])
    for units in widths[1:-1]:
        model.add(keras.layers.Dense(units, activation="relu"))
    model.add(keras.layers.Dense(widths[-1], activation="softmax"))
    for i, layer in enumerate(model.layers):
        layer.kernel_initializer = makers[initializer](seed + i)
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
