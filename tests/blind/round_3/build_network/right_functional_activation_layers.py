# functional API, the activations are layers of their own, a new wrapper around the same rng for each layer
def build_network(widths, initializer, rng):
    """A built Keras model of dense layers with these widths, all kernels from `initializer`."""
    inputs = keras.Input((int(widths[0]),))
    x = inputs
    n_layers = len(widths) - 1
    for number in range(1, n_layers + 1):
        x = keras.layers.Dense(int(widths[number]), kernel_initializer=LabInitializer(initializer, rng))(x)
        x = keras.layers.Activation("sigmoid" if number == n_layers else "relu")(x)
    return keras.Model(inputs, x)
