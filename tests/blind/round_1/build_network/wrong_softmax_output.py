# "the output layer a sigmoid": softmax, which is constantly 1 with one unit
def build_network(widths, initializer, rng):
    k = LabInitializer(initializer, rng)
    model = keras.Sequential([keras.Input((widths[0],))])
    model_layers = [keras.layers.Dense(u, "relu", kernel_initializer=k) for u in widths[1:-1]]
    model_layers.append(keras.layers.Dense(widths[-1], "softmax", kernel_initializer=k))
    for layer in model_layers:
        model.add(layer)
    return model
