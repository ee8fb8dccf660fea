# "For a dense kernel these are simply its two axes": uses the first two axes for a convolution, too
def fans(shape):
    fan_in, fan_out = shape[0], shape[1]
    return fan_in, fan_out
