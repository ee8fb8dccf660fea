# the layers are made without an input and drawn by layer.build; a ReLU layer; then put together
def build_network(widths, initializer, rng):
    def dense(fan_in, fan_out):
        layer = keras.layers.Dense(fan_out, kernel_initializer=LabInitializer(initializer, rng))
        layer.build((None, fan_in))
        return layer

    pieces = []
    for k in range(len(widths) - 1):
        pieces.append(dense(widths[k], widths[k + 1]))
        pieces.append(keras.layers.ReLU())
    pieces[-1] = keras.layers.Activation("sigmoid")
    model = keras.Sequential([keras.Input((widths[0],)), *pieces])
    model.build()
    return model
