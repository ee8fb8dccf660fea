# VarianceScaling for xavier and he, seeds from a NumPy generator, match statement
def build_model(initializer, seed, widths=(4, 64, 64, 3)):
    seeds = [int(s) for s in np.random.default_rng(seed).integers(0, 2**31 - 1, len(widths) - 1)]

    def law(s):
        match initializer:
            case "zeros":
                return keras.initializers.Constant(0.0)
            case "random":
                return keras.initializers.RandomUniform(seed=s)  # -0.05 to 0.05 is the default
            case "xavier":
                return keras.initializers.VarianceScaling(1.0, mode="fan_avg", distribution="uniform", seed=s)
            case "he":
                return keras.initializers.VarianceScaling(2.0, mode="fan_in", distribution="uniform", seed=s)
            case _:
                raise ValueError(initializer)

    activations = ["relu"] * (len(widths) - 2) + ["softmax"]
    layers = [
        keras.layers.Dense(u, activation=a, kernel_initializer=law(s), bias_initializer="zeros")
        for u, a, s in zip(widths[1:], activations, seeds, strict=True)
    ]
    model = keras.Sequential([keras.Input((widths[0],)), *layers])
    model.compile(optimizer=keras.optimizers.Adam(1e-3), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
