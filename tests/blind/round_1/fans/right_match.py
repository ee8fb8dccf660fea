# structural pattern matching, one case per kind of layer, an error for other shapes
def fans(shape):
    """The pair (fan_in, fan_out) of a kernel of this shape."""
    match tuple(shape):
        case (inputs, outputs):
            return (inputs, outputs)
        case (height, width, channels_in, channels_out):
            window = height * width
            return (window * channels_in, window * channels_out)
        case _:
            raise ValueError(f"neither a dense nor a convolution kernel: {shape}")
