# set_random_seed first, then an initializer object without a seed of its own for each layer
def build_model(initializer, seed, widths=(4, 64, 64, 3)):
    names = {"zeros": "Zeros", "random": "RandomUniform", "xavier": "GlorotUniform", "he": "HeUniform"}
    if initializer not in names:
        raise ValueError("initializer must be one of " + ", ".join(names))
    law = getattr(keras.initializers, names[initializer])
    keras.utils.set_random_seed(int(seed))
    model = keras.Sequential([keras.Input((widths[0],))])
    for units in widths[1:-1]:
        model.add(keras.layers.Dense(units, activation="relu", kernel_initializer=law()))
    model.add(keras.layers.Dense(widths[-1], activation="softmax", kernel_initializer=law()))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
