# "height · width": takes height squared, right for square windows only
def fans(shape):
    if len(shape) == 4:
        window = shape[0] ** 2
        return window * shape[2], window * shape[3]
    return shape[0], shape[1]
