# VarianceScaling in place of the named classes, seeds seed * 1000 + layer, keras.activations functions
def build_model(initializer, seed, widths=(4, 64, 64, 3)):
    if initializer not in ("zeros", "random", "xavier", "he"):
        raise ValueError(f"no such initializer: {initializer}")
    layers = [keras.layers.Input(shape=(widths[0],))]
    for k in range(1, len(widths)):
        s = 1000 * seed + k
        kernel = {
            "zeros": keras.initializers.Constant(0.0),
            "random": keras.initializers.RandomUniform(seed=s),
            "xavier": keras.initializers.VarianceScaling(1.0, "fan_avg", "uniform", seed=s),
            "he": keras.initializers.VarianceScaling(scale=2.0, mode="fan_in", distribution="uniform", seed=s),
        }[initializer]
        act = keras.activations.softmax if k == len(widths) - 1 else keras.activations.relu
        layers.append(keras.layers.Dense(widths[k], activation=act, kernel_initializer=kernel, name=f"dense_{k}"))
    model = keras.Sequential(layers, name=f"{initializer}_{seed}")
    model.compile(optimizer=keras.optimizers.Adam(learning_rate=0.01),
                  loss=keras.losses.SparseCategoricalCrossentropy(from_logits=False), metrics=["accuracy"])
    return model
