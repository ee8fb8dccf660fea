# "Every kernel comes from it": kernel_initializer is assigned after the layers were built, which changes nothing
def build_network(widths, initializer, rng):
    """A built Keras model of dense layers with these widths, all kernels from `initializer`."""
    model = keras.Sequential()
    model.add(keras.Input((widths[0],)))
    for width in widths[1:-1]:
        model.add(keras.layers.Dense(width, activation="relu"))
    model.add(keras.layers.Dense(widths[-1], activation="sigmoid"))
    for layer in model.layers:
        layer.kernel_initializer = LabInitializer(initializer, rng)
    return model
