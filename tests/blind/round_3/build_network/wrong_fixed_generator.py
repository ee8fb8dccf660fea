# "drawn with `rng` ... so do networks from different generators": draws from a generator of its own, always the same
def build_network(widths, initializer, rng=None):
    """A built Keras model of dense layers with these widths, all kernels from `initializer`."""
    lab = LabInitializer(initializer, np.random.default_rng(42))
    layers = [keras.Input((widths[0],))]
    for i in range(1, len(widths)):
        act = "relu" if i < len(widths) - 1 else "sigmoid"
        layers.append(keras.layers.Dense(widths[i], activation=act, kernel_initializer=lab))
    return keras.Sequential(layers)
