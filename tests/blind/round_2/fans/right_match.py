# structural pattern matching, raises ValueError for other shapes
def fans(shape):
    """The pair (fan_in, fan_out) of a kernel of this shape."""
    match tuple(shape):
        case (fan_in, fan_out):
            return fan_in, fan_out
        case (height, width, channels_in, channels_out):
            return height * width * channels_in, height * width * channels_out
        case _:
            raise ValueError(f"neither dense nor convolution: {shape}")
