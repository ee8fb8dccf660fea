# draws the kernels with one NumPy generator and puts them into the built layers
def build_model(initializer, seed, widths=(4, 64, 64, 3)):
    limits = {
        "zeros": lambda a, b: 0.0,
        "random": lambda a, b: 0.05,
        "xavier": lambda a, b: np.sqrt(6 / (a + b)),
        "he": lambda a, b: np.sqrt(6 / a),
    }
    if initializer not in limits:
        raise ValueError(f"{initializer!r} is none of {', '.join(limits)}")
    rng = np.random.default_rng(seed)
    model = keras.Sequential([keras.Input((widths[0],))])
    for units in widths[1:-1]:
        model.add(keras.layers.Dense(units, activation="relu"))
    model.add(keras.layers.Dense(widths[-1], activation="softmax"))
    for layer, a, b in zip(model.layers, widths[:-1], widths[1:], strict=True):
        limit = limits[initializer](a, b)
        layer.set_weights([rng.uniform(-1, 1, (a, b)) * limit, np.zeros(b)])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
