# "Layers of the same shape start with different weights": each layer gets a generator with the same seed from rng
def build_network(widths, initializer, rng):
    seed = int(rng.integers(2**31))
    model = keras.Sequential([keras.Input((widths[0],))])
    for i, units in enumerate(widths[1:]):
        activation = "sigmoid" if i == len(widths) - 2 else "relu"
        start = LabInitializer(initializer, np.random.default_rng(seed))
        model.add(keras.layers.Dense(units, activation=activation, kernel_initializer=start))
    return model
