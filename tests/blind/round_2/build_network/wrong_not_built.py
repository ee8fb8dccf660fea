# "The model must be built: begin with keras.Input((widths[0],))": no input, so no weights
def build_network(widths, initializer, rng):
    model = keras.Sequential()
    for units in widths[1:-1]:
        model.add(keras.layers.Dense(units, activation="relu", kernel_initializer=LabInitializer(initializer, rng)))
    model.add(keras.layers.Dense(widths[-1], activation="sigmoid", kernel_initializer=LabInitializer(initializer, rng)))
    return model
