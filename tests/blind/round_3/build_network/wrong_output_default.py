# "Every kernel comes from it": the output layer is forgotten and keeps Keras's Glorot uniform
def build_network(widths, initializer, rng):
    """A built Keras model of dense layers with these widths, all kernels from `initializer`."""
    lab = LabInitializer(initializer, rng)
    model = keras.Sequential([keras.Input((widths[0],))])
    for units in widths[1:-1]:
        model.add(keras.layers.Dense(units, activation="relu", kernel_initializer=lab))
    model.add(keras.layers.Dense(widths[-1], activation="sigmoid"))
    return model
