# "the output layer a sigmoid, however wide they are: any widths may be equal": finds the last layer by its width
def build_network(widths, initializer, rng):
    model = keras.Sequential([keras.Input((widths[0],))])
    for units in widths[1:]:
        activation = "sigmoid" if units == widths[-1] else "relu"
        model.add(keras.layers.Dense(units, activation=activation, kernel_initializer=LabInitializer(initializer, rng)))
    return model
