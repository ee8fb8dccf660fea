# Sequential.add, one LabInitializer per layer, the output layer after the loop
def build_network(widths, initializer, rng):
    model = keras.Sequential()
    model.add(keras.Input((widths[0],)))
    for units in widths[1:-1]:
        model.add(keras.layers.Dense(units, activation="relu", kernel_initializer=LabInitializer(initializer, rng)))
    model.add(keras.layers.Dense(widths[-1], activation="sigmoid", kernel_initializer=LabInitializer(initializer, rng)))
    return model
