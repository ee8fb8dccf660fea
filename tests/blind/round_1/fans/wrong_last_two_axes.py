# "fan_in = height · width · channels_in": the window is ignored altogether
def fans(shape):
    return shape[-2], shape[-1]
