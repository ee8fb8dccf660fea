# "The same seed gives the same weights again": the seed is not used
def build_model(initializer, seed, widths=(4, 64, 64, 3)):
    names = {"zeros": "zeros", "random": "random_uniform", "xavier": "glorot_uniform", "he": "he_uniform"}
    if initializer not in names:
        raise ValueError(f"unknown initializer: {initializer}")
    model = keras.Sequential([keras.Input((widths[0],))])
    for units in widths[1:-1]:
        model.add(keras.layers.Dense(units, activation="relu", kernel_initializer=names[initializer]))
    model.add(keras.layers.Dense(widths[-1], activation="softmax", kernel_initializer=names[initializer]))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
