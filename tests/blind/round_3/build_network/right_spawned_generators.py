# every layer has a generator of its own, spawned from rng ("as good as rng")
def build_network(widths, initializer, rng):
    """A built Keras model of dense layers with these widths, all kernels from `initializer`."""
    units = list(widths)[1:]
    activations = ["relu"] * (len(units) - 1) + ["sigmoid"]
    generators = rng.spawn(len(units))
    model = keras.Sequential(name="lab_network")
    model.add(keras.Input(shape=(widths[0],)))
    for n, activation, generator in zip(units, activations, generators):
        model.add(
            keras.layers.Dense(n, activation=activation, kernel_initializer=LabInitializer(initializer, generator))
        )
    return model
