# "the pair (fan_in, fan_out)": the two are swapped for a convolution
def fans(shape):
    if len(shape) == 2:
        return shape[0], shape[1]
    h, w, c1, c2 = shape
    return h * w * c2, h * w * c1
