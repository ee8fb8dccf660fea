# "every layer has biases, which start at 0": the biases are drawn too, as a column of a kernel
def build_network(widths, initializer, rng):
    start = LabInitializer(initializer, rng)

    def bias(shape, dtype=None):
        return initializer((shape[0], 1), rng)[:, 0]

    model = keras.Sequential([keras.Input((widths[0],))])
    for i, units in enumerate(widths[1:]):
        activation = "sigmoid" if i == len(widths) - 2 else "relu"
        model.add(
            keras.layers.Dense(units, activation=activation, kernel_initializer=start, bias_initializer=bias)
        )
    return model
