# "fan_in = height · width · channels_in": always takes the first two axes, (height, width) for a convolution
def fans(shape):
    return shape[0], shape[1]
