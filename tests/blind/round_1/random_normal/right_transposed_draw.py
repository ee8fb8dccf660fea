# draws one column (unit) after the other, from the last axis on: the same law in another order
def random_normal(shape, rng, std=0.05):
    draw = rng.normal(scale=std, size=tuple(reversed(shape)))
    return draw.T
