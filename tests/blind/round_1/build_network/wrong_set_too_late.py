# "*Every* kernel comes from it": the initializer is set after the layers were built
def build_network(widths, initializer, rng):
    model = keras.Sequential([keras.Input((widths[0],))])
    for units in widths[1:-1]:
        model.add(keras.layers.Dense(units, activation="relu"))
    model.add(keras.layers.Dense(widths[-1], activation="sigmoid"))
    for layer in model.layers:
        layer.kernel_initializer = LabInitializer(initializer, rng)
    return model
