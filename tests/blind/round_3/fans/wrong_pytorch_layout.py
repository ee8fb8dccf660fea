# "convolution: (height, width, channels_in, channels_out)": reads the shape as (out, in, height, width)
def fans(shape):
    if len(shape) == 2:
        return shape[0], shape[1]
    channels_out, channels_in, height, width = shape
    return channels_in * height * width, channels_out * height * width
