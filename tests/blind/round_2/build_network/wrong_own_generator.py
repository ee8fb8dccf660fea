# "drawn with rng; so do networks from different generators": makes default_rng(0) of its own
def build_network(widths, initializer, rng):
    start = LabInitializer(initializer, np.random.default_rng(0))
    layers = [keras.Input((widths[0],))]
    layers += [keras.layers.Dense(n, activation="relu", kernel_initializer=start) for n in widths[1:-1]]
    layers += [keras.layers.Dense(widths[-1], activation="sigmoid", kernel_initializer=start)]
    return keras.Sequential(layers)
