# the widths are unpacked with a star, one shared LabInitializer (it goes on), layers given as one list
def build_network(widths, initializer, rng):
    """A built Keras model of dense layers with these widths, all kernels from `initializer`."""
    n_inputs, *hidden, n_outputs = widths
    lab = LabInitializer(initializer, rng)

    def dense(units, activation):
        return keras.layers.Dense(units, activation=activation, kernel_initializer=lab, bias_initializer="zeros")

    return keras.Sequential(
        [keras.Input((n_inputs,)), *(dense(units, "relu") for units in hidden), dense(n_outputs, "sigmoid")]
    )
