# counts the elements of a (broadcast, memory-free) array with one unit, or one input channel
def fans(shape):
    """The pair (fan_in, fan_out) of a kernel of this shape."""
    kernel = np.broadcast_to(0.0, shape)
    return kernel[..., 0].size, kernel[..., 0, :].size
