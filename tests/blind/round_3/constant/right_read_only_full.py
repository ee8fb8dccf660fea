# np.full with an explicit type, then locked against writing; keyword-friendly, checks its argument
import numbers


def constant(shape, rng=None, value=0.5):
    """Weights that are all `value`."""
    if not isinstance(value, (numbers.Real, np.number, np.ndarray)):
        raise TypeError("value must be a number")
    kernel = np.full(shape, fill_value=float(value), dtype="float64")
    kernel.setflags(write=False)
    return kernel
