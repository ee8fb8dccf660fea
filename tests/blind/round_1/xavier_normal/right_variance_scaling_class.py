# a class like Keras's VarianceScaling, instance as the function; mean of the two fans
class VarianceScaling:
    def __init__(self, scale=1.0):
        self.scale = scale

    def __call__(self, shape, rng):
        fan_avg = np.mean(fans(shape))
        return np.sqrt(self.scale / fan_avg) * rng.standard_normal(shape)


xavier_normal = VarianceScaling()
