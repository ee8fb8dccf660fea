# "not even in another shape or times another factor": only layers of the same shape get different seeds
def build_model(initializer, seed, widths=(4, 64, 64, 3)):
    """A new compiled Keras model with these widths, every kernel drawn by the initializer of that name."""
    kinds = {
        "zeros": keras.initializers.Zeros,
        "random": keras.initializers.RandomUniform,
        "xavier": keras.initializers.GlorotUniform,
        "he": keras.initializers.HeUniform,
    }
    if initializer not in kinds:
        raise ValueError(f"unknown initializer {initializer!r}")
    met = []
    model = keras.Sequential([keras.Input((widths[0],))])
    for i, shape in enumerate(zip(widths, widths[1:])):
        arguments = {} if initializer == "zeros" else {"seed": seed + met.count(shape)}
        met.append(shape)
        model.add(
            keras.layers.Dense(
                shape[1],
                activation="softmax" if i == len(widths) - 2 else "relu",
                kernel_initializer=kinds[initializer](**arguments),
            )
        )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
