# "another seed gives others in every layer": only the first layer's seed depends on `seed`
def build_model(initializer, seed, widths=(4, 64, 64, 3)):
    laws = {
        "zeros": lambda s: keras.initializers.Zeros(),
        "random": lambda s: keras.initializers.RandomUniform(-0.05, 0.05, seed=s),
        "xavier": lambda s: keras.initializers.GlorotUniform(seed=s),
        "he": lambda s: keras.initializers.HeUniform(seed=s),
    }
    if initializer not in laws:
        raise ValueError(initializer)
    seeds = [seed] + [100_000 + i for i in range(len(widths) - 2)]
    model = keras.Sequential([keras.Input((widths[0],))])
    for i, (units, s) in enumerate(zip(widths[1:], seeds)):
        activation = "softmax" if i == len(widths) - 2 else "relu"
        model.add(keras.layers.Dense(units, activation=activation, kernel_initializer=laws[initializer](s)))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
