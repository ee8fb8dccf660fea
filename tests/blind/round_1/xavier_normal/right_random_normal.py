# by the student's own random_normal and fans
def xavier_normal(shape, rng):
    return random_normal(shape, rng, std=(2 / sum(fans(shape))) ** 0.5)
