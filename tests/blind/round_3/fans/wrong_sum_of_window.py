# "fan_in = height · width · channels_in": adds height and width in place of multiplying (the same for a 2 x 2 window)
def fans(shape):
    *window, n_in, n_out = shape
    pixels = sum(window) if window else 1
    return pixels * n_in, pixels * n_out
