# "fan_in = height · width · channels_in": forgets the window, takes the channels alone
def fans(shape):
    return tuple(shape[-2:])
