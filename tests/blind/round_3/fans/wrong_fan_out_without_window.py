# "in the same way fan_out = height · width · channels_out": the window is in fan_in only
def fans(shape):
    *inputs, fan_out = shape
    return int(np.prod(inputs)), fan_out
