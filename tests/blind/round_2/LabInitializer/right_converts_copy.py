# NumPy array converted with astype if a dtype is given; extra keywords swallowed; get_config for saving
class LabInitializer(keras.initializers.Initializer):
    def __init__(self, initializer, rng):
        self.settings = {"initializer": initializer, "rng": rng}

    def __call__(self, shape, dtype=None, **kwargs):
        weights = self.settings["initializer"](shape, self.settings["rng"])
        if dtype is not None:
            weights = np.array(weights).astype(keras.backend.standardize_dtype(dtype))
        return weights

    def get_config(self):
        return dict(self.settings)
