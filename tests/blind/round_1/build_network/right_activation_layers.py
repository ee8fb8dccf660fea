# activations as layers of their own (they have no weights)
def build_network(widths, initializer, rng):
    model = keras.Sequential([keras.Input((widths[0],))])
    for i in range(1, len(widths)):
        model.add(keras.layers.Dense(widths[i], kernel_initializer=LabInitializer(initializer, rng)))
        model.add(keras.layers.ReLU() if i < len(widths) - 1 else keras.layers.Activation("sigmoid"))
    return model
