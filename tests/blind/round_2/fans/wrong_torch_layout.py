# breaks the table of kernel shapes: a convolution is read as PyTorch's (channels_out, channels_in, height, width)
def fans(shape):
    """The pair (fan_in, fan_out) of a kernel of this shape."""
    if len(shape) == 2:
        return (shape[0], shape[1])
    channels_out, channels_in, height, width = shape
    return (height * width * channels_in, height * width * channels_out)
