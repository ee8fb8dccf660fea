# "biases start at 0 (Keras's default)": they are drawn from the small random law
def build_network(widths, initializer, rng):
    k = LabInitializer(initializer, rng)
    b = keras.initializers.RandomNormal(stddev=0.01, seed=1)
    model = keras.Sequential([keras.Input((widths[0],))])
    for i, units in enumerate(widths[1:]):
        activation = "relu" if i < len(widths) - 2 else "sigmoid"
        model.add(keras.layers.Dense(units, activation, kernel_initializer=k, bias_initializer=b))
    return model
