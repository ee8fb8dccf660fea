# functional API, one LabInitializer object for all layers (its generator goes on)
def build_network(widths, initializer, rng):
    first, *hidden, last = widths
    start = LabInitializer(initializer, rng)
    inputs = keras.Input((first,))
    x = inputs
    for units in hidden:
        x = keras.layers.Dense(units, kernel_initializer=start, bias_initializer="zeros")(x)
        x = keras.layers.Activation("relu")(x)
    x = keras.layers.Dense(last, kernel_initializer=start, bias_initializer="zeros")(x)
    outputs = keras.layers.Activation("sigmoid")(x)
    return keras.Model(inputs=inputs, outputs=outputs)
