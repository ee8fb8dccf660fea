# "in the same way fan_out = height · width · channels_out": fan_out is channels_out alone
def fans(shape):
    if len(shape) == 2:
        return shape[0], shape[1]
    height, width, channels_in, channels_out = shape
    return height * width * channels_in, channels_out
