# draws in NumPy with one generator that goes on, in an Initializer class of its own; functional API, Softmax layer
class FromNumpy(keras.initializers.Initializer):
    def __init__(self, limit, rng):
        self.limit, self.rng = limit, rng

    def __call__(self, shape, dtype=None):
        limit = self.limit(*shape)
        return keras.ops.convert_to_tensor(self.rng.uniform(-limit, limit, tuple(shape)), dtype=dtype or "float32")


def build_model(initializer, seed, widths=(4, 64, 64, 3)):
    """A new compiled Keras model with these widths, every kernel drawn by the initializer of that name."""
    limits = {
        "zeros": lambda a, b: 0.0,
        "random": lambda a, b: 0.05,
        "xavier": lambda a, b: (6 / (a + b)) ** 0.5,
        "he": lambda a, b: (6 / a) ** 0.5,
    }
    law = FromNumpy(limits[initializer], np.random.default_rng(seed))  # a KeyError for other names
    signal = inputs = keras.Input((widths[0],))
    for units in widths[1:-1]:
        signal = keras.layers.Dense(units, kernel_initializer=law)(signal)
        signal = keras.layers.ReLU()(signal)
    signal = keras.layers.Dense(widths[-1], kernel_initializer=law)(signal)
    outputs = keras.layers.Softmax()(signal)
    model = keras.Model(inputs, outputs)
    model.compile("adam", keras.losses.SparseCategoricalCrossentropy(), metrics=["accuracy"])
    return model
