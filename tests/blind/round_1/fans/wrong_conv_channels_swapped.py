# "fan_in = height · width · channels_in": the two channel axes are swapped for convolutions (dense is right)
def fans(shape):
    if len(shape) == 4:
        h, w, c_out, c_in = shape
        return h * w * c_in, h * w * c_out
    return shape
