# the functional API
def build_network(widths, initializer, rng):
    start = keras.Input((widths[0],))
    signal = start
    kernels = LabInitializer(initializer, rng)
    *hidden, last = widths[1:]
    for units in hidden:
        signal = keras.layers.Dense(units, "relu", kernel_initializer=kernels)(signal)
    signal = keras.layers.Dense(last, "sigmoid", kernel_initializer=kernels)(signal)
    return keras.Model(inputs=start, outputs=signal)
