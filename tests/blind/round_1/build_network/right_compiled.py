# zips the activations, compiles as well, and checks the weights before returning
def build_network(widths, initializer, rng):
    activations = ["relu"] * (len(widths) - 2) + ["sigmoid"]
    draw = LabInitializer(initializer, rng)
    dense = [
        keras.layers.Dense(u, activation=f, kernel_initializer=draw, bias_initializer="zeros")
        for u, f in zip(widths[1:], activations, strict=True)
    ]
    model = keras.Sequential([keras.Input(shape=(widths[0],)), *dense], name="lab")
    assert model.built and len(model.weights) == 2 * (len(widths) - 1)
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    return model
