# star unpacking and a loop, plain Python only
def fans(shape):
    *window, fan_in, fan_out = shape
    for side in window:
        fan_in *= side
        fan_out *= side
    return fan_in, fan_out
