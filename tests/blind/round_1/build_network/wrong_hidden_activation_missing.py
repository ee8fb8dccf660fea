# "Hidden layers have ReLU": only the first hidden layer has it
def build_network(widths, initializer, rng):
    k = LabInitializer(initializer, rng)
    model = keras.Sequential([keras.Input((widths[0],))])
    for i, units in enumerate(widths[1:-1]):
        model.add(keras.layers.Dense(units, activation="relu" if i == 0 else None, kernel_initializer=k))
    model.add(keras.layers.Dense(widths[-1], activation="sigmoid", kernel_initializer=k))
    return model
