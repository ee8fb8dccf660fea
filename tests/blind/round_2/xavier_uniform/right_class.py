# an object of a class with __call__, as in Keras
class _XavierUniform:
    """Uniform weights within the square root of 6 / (fan_in + fan_out)."""

    def limit(self, shape):
        return (6 / sum(fans(shape))) ** 0.5

    def __call__(self, shape, rng):
        kernel = np.empty(shape)
        rng.random(out=kernel)
        kernel -= 0.5
        kernel *= 2 * self.limit(shape)
        return kernel


xavier_uniform = _XavierUniform()
