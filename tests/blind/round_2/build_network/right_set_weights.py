# builds with Keras's defaults, then overwrites each kernel with a draw of the initializer, from the output layer back
def build_network(widths, initializer, rng):
    activations = ["relu"] * (len(widths) - 2) + ["sigmoid"]
    model = keras.Sequential(
        [keras.layers.Input(shape=(widths[0],))]
        + [keras.layers.Dense(n, activation=a) for n, a in zip(widths[1:], activations)]
    )
    wrapped = LabInitializer(initializer, rng)
    for layer in reversed(model.layers):
        layer.kernel.assign(wrapped(tuple(layer.kernel.shape)))
    return model
