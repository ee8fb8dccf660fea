# a list of layers, one wrapper per layer (sharing rng), functions instead of names, explicit bias initializer
def build_network(widths, initializer, rng):
    n = len(widths) - 1
    layers = [keras.Input((int(widths[0]),))]
    for i, units in enumerate(widths[1:], start=1):
        layers.append(
            keras.layers.Dense(
                int(units),
                activation=keras.activations.sigmoid if i == n else keras.activations.relu,
                kernel_initializer=LabInitializer(initializer, rng),
                bias_initializer=keras.initializers.Zeros(),
                name=f"layer_{i}",
            )
        )
    return keras.Sequential(layers)
