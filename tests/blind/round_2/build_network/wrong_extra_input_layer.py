# "widths are the units of all layers, the inputs first": the inputs get a dense layer of their own
def build_network(widths, initializer, rng):
    start = LabInitializer(initializer, rng)
    model = keras.Sequential([keras.Input((widths[0],))])
    for units in widths[:-1]:
        model.add(keras.layers.Dense(units, activation="relu", kernel_initializer=start))
    model.add(keras.layers.Dense(widths[-1], activation="sigmoid", kernel_initializer=start))
    return model
