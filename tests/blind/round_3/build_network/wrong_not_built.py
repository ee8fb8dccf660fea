# "The model must be built": there is no Input, so that there are no weights until data comes in
def build_network(widths, initializer, rng):
    """A built Keras model of dense layers with these widths, all kernels from `initializer`."""
    lab = LabInitializer(initializer, rng)
    *hidden, last = widths[1:]
    model = keras.Sequential()
    for width in hidden:
        model.add(keras.layers.Dense(width, activation="relu", kernel_initializer=lab))
    model.add(keras.layers.Dense(last, activation="sigmoid", kernel_initializer=lab))
    return model
