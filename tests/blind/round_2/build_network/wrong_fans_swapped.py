# "Every kernel comes from it": asks for (fan_out, fan_in) and transposes, so the fans are interchanged
def build_network(widths, initializer, rng):
    def transposed(shape, rng):
        return np.transpose(initializer(shape[::-1], rng))

    start = LabInitializer(transposed, rng)
    model = keras.Sequential([keras.Input((widths[0],))])
    for units in widths[1:-1]:
        model.add(keras.layers.Dense(units, activation="relu", kernel_initializer=start))
    model.add(keras.layers.Dense(widths[-1], activation="sigmoid", kernel_initializer=start))
    return model
