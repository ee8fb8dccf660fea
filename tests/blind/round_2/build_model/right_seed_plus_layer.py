# Sequential.add in a loop, seed + number of the layer
def build_model(initializer, seed, widths=(4, 64, 64, 3)):
    def make(layer_seed):
        if initializer == "zeros":
            return keras.initializers.Zeros()
        if initializer == "random":
            return keras.initializers.RandomUniform(-0.05, 0.05, seed=layer_seed)
        if initializer == "xavier":
            return keras.initializers.GlorotUniform(seed=layer_seed)
        if initializer == "he":
            return keras.initializers.HeUniform(seed=layer_seed)
        raise ValueError(f"unknown initializer {initializer!r}")

    model = keras.Sequential()
    model.add(keras.Input((widths[0],)))
    last = len(widths) - 2
    for i, units in enumerate(widths[1:]):
        model.add(
            keras.layers.Dense(
                units, activation="softmax" if i == last else "relu", kernel_initializer=make(seed + i)
            )
        )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
