# "fan_out = height · width · channels_out": multiplies all axes but the first, channels_in too (dense is right)
import math


def fans(shape):
    fan_in = math.prod(shape[:-1])
    fan_out = math.prod(shape[1:])
    return fan_in, fan_out
