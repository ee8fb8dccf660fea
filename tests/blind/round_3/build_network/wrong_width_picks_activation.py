# "Hidden layers have ReLU, ... any widths may be equal": a hidden layer as wide as the output gets the sigmoid
def build_network(widths, initializer, rng):
    """A built Keras model of dense layers with these widths, all kernels from `initializer`."""
    model = keras.Sequential()
    model.add(keras.Input((widths[0],)))
    for width in widths[1:]:
        model.add(
            keras.layers.Dense(
                width,
                activation="sigmoid" if width == widths[-1] else "relu",
                kernel_initializer=LabInitializer(initializer, rng),
            )
        )
    return model
