# builds the model from zeros, then draws the kernels with LabInitializer and assigns them, last layer first
def build_network(widths, initializer, rng):
    """A built Keras model of dense layers with these widths, all kernels from `initializer`."""
    model = keras.Sequential()
    model.add(keras.Input((widths[0],)))
    for units in widths[1:-1]:
        model.add(keras.layers.Dense(units, activation=keras.activations.relu, kernel_initializer="zeros"))
    model.add(keras.layers.Dense(widths[-1], activation=keras.activations.sigmoid, kernel_initializer="zeros"))
    draw = LabInitializer(initializer, rng)
    for layer in reversed(model.layers):
        kernel, bias = layer.get_weights()
        layer.set_weights([np.asarray(draw(kernel.shape)), bias])
    return model
