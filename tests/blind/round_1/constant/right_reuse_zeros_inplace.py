# starts from the student's zeros and adds in place (float array, so whole numbers become floats)
def constant(shape, rng, value=0.5):
    w = zeros(shape, rng)
    w += value
    return w
