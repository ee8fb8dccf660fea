# every layer has a generator of its own that comes out of rng by rng.spawn
def build_network(widths, initializer, rng):
    count = len(widths) - 1
    layers = [keras.Input((int(widths[0]),))]
    for i, child in enumerate(rng.spawn(count), start=1):
        layers.append(
            keras.layers.Dense(
                int(widths[i]),
                activation=keras.activations.sigmoid if i == count else keras.activations.relu,
                kernel_initializer=LabInitializer(initializer, child),
            )
        )
    return keras.Sequential(layers)
