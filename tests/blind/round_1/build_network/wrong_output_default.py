# "*Every* kernel comes from it": the output layer is forgotten and keeps Glorot uniform
def build_network(widths, initializer, rng):
    wrapped = LabInitializer(initializer, rng)
    model = keras.Sequential()
    model.add(keras.Input((widths[0],)))
    for units in widths[1:-1]:
        model.add(keras.layers.Dense(units, activation="relu", kernel_initializer=wrapped))
    model.add(keras.layers.Dense(widths[-1], activation="sigmoid"))
    return model
