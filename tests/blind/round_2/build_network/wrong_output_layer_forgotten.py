# "Every kernel comes from it": the output layer has Keras's default initializer
def build_network(widths, initializer, rng):
    model = keras.Sequential([keras.Input((widths[0],))])
    for units in widths[1:-1]:
        model.add(keras.layers.Dense(units, activation="relu", kernel_initializer=LabInitializer(initializer, rng)))
    model.add(keras.layers.Dense(widths[-1], activation="sigmoid"))
    return model
