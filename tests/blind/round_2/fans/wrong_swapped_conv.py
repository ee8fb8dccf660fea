# breaks "fan_in = height * width * channels_in": channels_in and channels_out exchanged for a convolution
def fans(shape):
    """The pair (fan_in, fan_out) of a kernel of this shape."""
    if len(shape) == 2:
        return shape[0], shape[1]
    height, width, out_channels, in_channels = shape
    return height * width * in_channels, height * width * out_channels
